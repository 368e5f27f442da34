namespace KominfoBot.EndToEnd.Tests.Newsroom;

/// <summary>An item whose words no other item has.</summary>
internal sealed record Sample(int Number, int Photos = 1)
{
    public string Title => $"Dinas Pendidikan salurkan bantuan buku ke {Number} sekolah di Kecamatan Harau";

    /// <summary>First half of the body, as one message.</summary>
    public string Beginning => $"Sarilamak, Disdik — Dinas Pendidikan Kabupaten Lima Puluh Kota menyalurkan bantuan buku pelajaran kepada {Number} sekolah dasar di Kecamatan Harau, Kamis. "
        + "Bantuan itu diserahkan langsung oleh kepala dinas kepada para kepala sekolah di aula kantor camat, disaksikan wali nagari dan komite sekolah setempat.";

    /// <summary>Second half.</summary>
    public string Ending => "Kepala dinas berharap buku itu dipakai sebaik-baiknya oleh murid dan guru, karena sebagian besar perpustakaan sekolah masih kekurangan bacaan yang layak. "
        + $"Tahun depan bantuan serupa direncanakan untuk {Number + 7} sekolah lain di kecamatan tetangga, disertai pelatihan bagi pengelola perpustakaan agar koleksi baru tercatat rapi dan mudah dipinjam.";

    /// <summary>As a caption of one photo: at most 1024 characters.</summary>
    public string Whole => $"{Title}\n{Beginning}\n{Ending}";
}
