using System.ComponentModel.DataAnnotations;

namespace KominfoBot.Workflow.Checks;

/// <summary>Limits on a text (settings <c>Checks:*</c>), and the lists of words that the checks go by.</summary>
public sealed class TextRules : IValidatableObject
{
    private const string Positive = "harus bilangan dari {1} sampai {2}.";

    /// <summary>Characters.</summary>
    [Range(1, 1000, ErrorMessage = Positive)]
    public int TitleMinimum { get; set; } = 15;

    /// <summary>Characters.</summary>
    [Range(1, 1000, ErrorMessage = Positive)]
    public int TitleMaximum { get; set; } = 160;

    /// <summary>Characters; longer ones are warned about.</summary>
    [Range(1, 1000, ErrorMessage = Positive)]
    public int TitleComfortable { get; set; } = 100;

    /// <summary>Words.</summary>
    [Range(1, 10_000, ErrorMessage = Positive)]
    public int BodyMinimum { get; set; } = 80;

    /// <summary>Words; longer sentences are warned about.</summary>
    [Range(10, 1000, ErrorMessage = Positive)]
    public int SentenceMaximum { get; set; } = 40;

    /// <summary>False lets an item go out without a photo.</summary>
    public bool PhotoRequired { get; set; } = true;

    /// <summary>Code of the category whose items may carry a PDF.</summary>
    [Required(ErrorMessage = "harus kode kategori.")]
    public string AttachmentCategory { get; set; } = "pengumuman";

    /// <summary>Pixels of the longer side; smaller photos are warned about.</summary>
    [Range(1, 10_000, ErrorMessage = Positive)]
    public int PhotoLongSide { get; set; } = 960;

    /// <summary>Pixels of the shorter side; smaller photos are warned about.</summary>
    [Range(1, 10_000, ErrorMessage = Positive)]
    public int PhotoShortSide { get; set; } = 640;

    /// <summary>How much two texts may have in common without a warning, per cent of their runs of three words.</summary>
    [Range(30, 100, ErrorMessage = Positive)]
    public int SimilarPercent { get; set; } = 60;

    /// <summary>How far back a text is compared with others, days.</summary>
    [Range(1, 3650, ErrorMessage = Positive)]
    public int SimilarDays { get; set; } = 60;

    /// <summary>A folder with word lists of the office's own: a file there replaces the shipped one of that name. Null: the shipped ones.</summary>
    public string? WordsDirectory { get; set; }

    /// <summary>The lists; the shipped ones until <see cref="ReadWords"/>.</summary>
    public WordLists Words { get; private set; } = WordLists.Shipped;

    /// <summary>Reads the office's own lists, where there are some.</summary>
    /// <exception cref="FormatException">A file of the folder is missing, unknown or wrong: file, line and value are named.</exception>
    public TextRules ReadWords()
    {
        if (WordsDirectory is { } folder) Words = WordLists.Read(folder);
        return this;
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (TitleMinimum > TitleMaximum) yield return new ValidationResult($"melebihi Checks:TitleMaximum ({TitleMaximum}).", [nameof(TitleMinimum)]);
        if (PhotoShortSide > PhotoLongSide) yield return new ValidationResult($"melebihi Checks:PhotoLongSide ({PhotoLongSide}).", [nameof(PhotoShortSide)]);
    }
}
