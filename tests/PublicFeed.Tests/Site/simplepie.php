<?php
// What WordPress sees of a feed: simplepie.php <file>, JSON on standard output.
error_reporting(E_ALL & ~E_DEPRECATED);
require '/usr/share/php/simplepie/autoloader.php';
require __DIR__ . '/../../../docs/portal/kominfo-berita/umpan.php';

$umpan = new SimplePie();
// Debian's 1.3.1 stops at dates under PHP 8, and takes the date of a correction for that of the publication; the example reads them by itself.
$umpan->enable_order_by_date(false);
$umpan->set_raw_data(file_get_contents($argv[1]));
$umpan->enable_cache(false);
if (!$umpan->init()) {
    fwrite(STDERR, $umpan->error());
    exit(1);
}
echo json_encode(array('judul' => kominfo_berita_teks($umpan->get_title()), 'tautan' => $umpan->get_permalink(), 'bahasa' => $umpan->get_language(), 'berita' => kominfo_berita_dari($umpan)), JSON_THROW_ON_ERROR);
