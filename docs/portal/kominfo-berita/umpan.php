<?php
/*
 * Membaca umpan KominfoBot dengan SimplePie, pengurai yang dipakai WordPress (fetch_feed). Tanpa fungsi WordPress, sehingga dapat diuji sendiri.
 */

/** Alamat umpan RSS seluruhnya, atau satu SKPD dan/atau kategori. */
function kominfo_berita_alamat($dasar, $skpd = '', $kategori = '') {
    $pilihan = array_filter(array('skpd' => $skpd, 'kategori' => $kategori), 'strlen');
    return $dasar . '/rss.xml' . ($pilihan ? '?' . http_build_query($pilihan) : '');
}

/** Berita di dalam umpan, terbaru lebih dulu. Judul, ringkasan, dan nama berupa teks biasa; isi berupa HTML. */
function kominfo_berita_dari($umpan) {
    $semua = array();
    foreach ($umpan->get_items() as $butir) {
        $foto = $butir->get_enclosure();
        $penerbit = $butir->get_author();
        $kategori = $butir->get_category();
        $diubah = $butir->get_item_tags('http://www.w3.org/2005/Atom', 'updated');
        $semua[] = array(
            'id' => $butir->get_id(),
            'tautan' => kominfo_berita_teks($butir->get_permalink()),
            'judul' => kominfo_berita_teks($butir->get_title()),
            'ringkasan' => kominfo_berita_teks($butir->get_description(true)),
            'isi' => $butir->get_content(true),
            'penerbit' => $penerbit ? kominfo_berita_teks($penerbit->get_name()) : '',
            'kategori' => $kategori ? kominfo_berita_teks($kategori->get_label()) : '',
            'foto' => $foto ? kominfo_berita_foto($foto->get_link()) : null,
            'terbit' => kominfo_berita_terbit($butir),
            'diubah' => $diubah ? $diubah[0]['data'] : '',
        );
    }
    return $semua;
}

/** SimplePie lama menambahkan "?#" pada alamat, dan memberi "//?#" bila tidak ada foto. */
function kominfo_berita_foto($alamat) {
    $alamat = rtrim(kominfo_berita_teks($alamat), '?#');
    return strpos($alamat, 'http') === 0 ? $alamat : null;
}

/** Saat terbit pertama kali, dalam detik Unix. Dibaca sendiri: SimplePie lama memakai tanggal ralat sebagai tanggal terbit. */
function kominfo_berita_terbit($butir) {
    $tanda = $butir->get_item_tags('', 'pubDate') ?: $butir->get_item_tags('http://www.w3.org/2005/Atom', 'published');
    return $tanda ? (int) strtotime($tanda[0]['data']) : 0;
}

/** Id berita yang dicabut, dari jawaban /api/changes. */
function kominfo_berita_dicabut($perubahan) {
    $id = array();
    foreach ($perubahan['changes'] as $satu) {
        if ($satu['status'] === 'retracted' && isset($satu['id'])) $id[] = $satu['id'];
    }
    return $id;
}

/** SimplePie menyerahkan teks sebagai HTML. */
function kominfo_berita_teks($html) {
    return html_entity_decode((string) $html, ENT_QUOTES | ENT_HTML5, 'UTF-8');
}
