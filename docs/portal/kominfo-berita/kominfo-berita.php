<?php
/**
 * Plugin Name: Berita Kominfo
 * Description: Menayangkan berita resmi dari umpan KominfoBot: berita baru, ralat, dan pencabutan ikut dengan sendirinya.
 * Version: 1.0
 * Requires PHP: 7.4
 */

defined('ABSPATH') || exit;

require_once __DIR__ . '/umpan.php';

/* Alamat dasar umpan, misalnya https://berita.example.go.id; bisa juga ditetapkan di wp-config.php. */
defined('KOMINFO_BERITA_ALAMAT') || define('KOMINFO_BERITA_ALAMAT', get_option('kominfo_berita_alamat', ''));

/* Tanyakan umpan setiap lima menit. WordPress biasa menyimpan salinan umpan 12 jam; di sini cukup semenit. */
add_filter('cron_schedules', function ($jadwal) {
    $jadwal['kominfo_lima_menit'] = array('interval' => 300, 'display' => 'Setiap lima menit');
    return $jadwal;
});
add_filter('wp_feed_cache_transient_lifetime', function ($detik, $alamat = '') {
    return KOMINFO_BERITA_ALAMAT !== '' && strpos((string) $alamat, KOMINFO_BERITA_ALAMAT) === 0 ? 60 : $detik;
}, 10, 2);
register_activation_hook(__FILE__, function () {
    wp_next_scheduled('kominfo_berita_ambil') || wp_schedule_event(time(), 'kominfo_lima_menit', 'kominfo_berita_ambil');
});
register_deactivation_hook(__FILE__, function () {
    wp_clear_scheduled_hook('kominfo_berita_ambil');
});

add_action('kominfo_berita_ambil', 'kominfo_berita_ambil');

function kominfo_berita_ambil() {
    if (KOMINFO_BERITA_ALAMAT === '') return;
    $umpan = fetch_feed(KOMINFO_BERITA_ALAMAT . '/rss.xml');
    if (!is_wp_error($umpan)) {
        foreach (kominfo_berita_dari($umpan) as $berita) kominfo_berita_simpan($berita);
    }
    kominfo_berita_cabut();
}

/* Satu berita, satu pos: dikenali dari id-nya, yang tidak pernah berubah. Ralat memperbarui pos yang sama. */
function kominfo_berita_simpan($berita) {
    $ada = kominfo_berita_pos($berita['id']);
    if ($ada && get_post_meta($ada, '_kominfo_diubah', true) === $berita['diubah']) return;
    $pos = wp_insert_post(array(
        'ID' => $ada,
        'post_status' => 'publish',
        'post_title' => wp_slash($berita['judul']),
        'post_content' => wp_slash($berita['isi']),
        'post_excerpt' => wp_slash($berita['ringkasan']),
        'post_date_gmt' => gmdate('Y-m-d H:i:s', $berita['terbit']),
        'post_category' => array(wp_create_category($berita['kategori'])),
        'meta_input' => array(
            '_kominfo_id' => $berita['id'],
            '_kominfo_diubah' => $berita['diubah'],
            '_kominfo_tautan' => $berita['tautan'],
            '_kominfo_penerbit' => $berita['penerbit'],
        ),
    ));
    if (!$ada && $pos && $berita['foto'] !== null) {
        require_once ABSPATH . 'wp-admin/includes/media.php';
        require_once ABSPATH . 'wp-admin/includes/file.php';
        require_once ABSPATH . 'wp-admin/includes/image.php';
        $foto = media_sideload_image($berita['foto'], $pos, $berita['judul'], 'id');
        is_wp_error($foto) || set_post_thumbnail($pos, $foto);
    }
}

/* Yang dicabut hilang dari umpan tanpa kabar; /api/changes mengabarkannya. Nilai next disimpan, jadi tidak ada perubahan yang terlewat. */
function kominfo_berita_cabut() {
    $sejak = get_option('kominfo_berita_sejak', '');
    do {
        $jawaban = wp_remote_get(KOMINFO_BERITA_ALAMAT . '/api/changes' . ($sejak === '' ? '' : '?since=' . rawurlencode($sejak)));
        $kode = wp_remote_retrieve_response_code($jawaban);
        if ($kode === 410) update_option('kominfo_berita_sejak', '');
        if ($kode !== 200) return;
        $perubahan = json_decode(wp_remote_retrieve_body($jawaban), true);
        foreach (kominfo_berita_dicabut($perubahan) as $id) {
            $pos = kominfo_berita_pos($id);
            $pos && wp_trash_post($pos);
        }
        $selesai = count($perubahan['changes']) === 0;
        $sejak = $perubahan['next'];
        update_option('kominfo_berita_sejak', $sejak);
    } while (!$selesai);
}

function kominfo_berita_pos($id) {
    $pos = get_posts(array('meta_key' => '_kominfo_id', 'meta_value' => $id, 'post_status' => 'any', 'numberposts' => 1, 'fields' => 'ids'));
    return $pos ? $pos[0] : 0;
}

/* [kominfo_berita skpd="DISDIK" kategori="kesehatan" jumlah="5"]: daftar judul tanpa menyimpan pos. */
add_shortcode('kominfo_berita', function ($pilihan) {
    $pilihan = shortcode_atts(array('skpd' => '', 'kategori' => '', 'jumlah' => 5), $pilihan);
    $umpan = fetch_feed(kominfo_berita_alamat(KOMINFO_BERITA_ALAMAT, $pilihan['skpd'], $pilihan['kategori']));
    if (is_wp_error($umpan)) return '<p>Berita sedang tidak dapat dimuat.</p>';
    $daftar = '';
    foreach (array_slice(kominfo_berita_dari($umpan), 0, (int) $pilihan['jumlah']) as $berita) {
        $daftar .= sprintf('<li><a href="%s">%s</a> <small>%s</small></li>', esc_url($berita['tautan']), esc_html($berita['judul']), esc_html($berita['penerbit']));
    }
    return '<ul class="kominfo-berita">' . $daftar . '</ul>';
});
