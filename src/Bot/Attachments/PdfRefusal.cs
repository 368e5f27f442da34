namespace KominfoBot.Bot.Attachments;

/// <summary>Why a PDF was not taken.</summary>
public enum PdfFault
{
    NotPdf,
    TooManyBytes,
    /// <summary>Its end is missing, or no page can be read.</summary>
    Broken,
    /// <summary>With a password, or with rights that need a key.</summary>
    Encrypted,
    /// <summary>It would run a script, start a program, send a form or carry other files.</summary>
    Active,
    /// <summary>Packed in a way that hides what it does.</summary>
    Opaque,
    TooManyPages,
    /// <summary>Reading it takes more time or memory than it may, or it has more words than a document can.</summary>
    TooHeavy,
    /// <summary>The program that reads PDFs is not installed.</summary>
    NoTool,
}

/// <param name="Value">What was found, in the unit of the limit; 0 where there is nothing to count.</param>
/// <param name="Detail">What it would do, or which program is missing.</param>
public sealed record PdfRefusal(PdfFault Fault, long Value = 0, string Detail = "");

/// <summary>What a PDF holds.</summary>
/// <param name="Text">Its words, pages parted by form feeds; empty for a scan.</param>
public sealed record PdfContent(int Pages, string Text);
