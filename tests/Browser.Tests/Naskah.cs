namespace KominfoBot.Browser.Tests;

/// <summary>A text as an SKPD's admin has it.</summary>
internal static class Naskah
{
    public const string Title = "Disdukcapil jemput bola rekam KTP di Nagari Taram";

    public const string Body = "Sarilamak, Disdukcapil — Dinas Kependudukan dan Pencatatan Sipil Kabupaten Lima Puluh Kota mendatangi Nagari Taram, Kecamatan Harau, untuk merekam KTP elektronik warga lanjut usia dan penyandang disabilitas.\n\n"
        + "Petugas membawa dua set alat perekaman ke balai nagari sejak pukul delapan pagi. Sampai sore, 87 warga selesai direkam dan 64 di antaranya langsung menerima kartunya di tempat.\n\n"
        + "“Warga yang sulit datang ke kantor tetap berhak dilayani, maka kami yang mendatangi,” ujar kepala dinas di sela kegiatan. Ia menambahkan bahwa layanan ini tidak dipungut biaya.";

    /// <summary>As a caption: at most 1024 characters.</summary>
    public const string Whole = $"{Title}\n{Body}";

    public const string Photo = "rekam KTP di nagari";

    public const string OtherPhoto = "rapat koordinasi";
}
