using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Releases;

/// <summary>
/// Reads the text of a Word document (ISO/IEC 29500-1, 17) block by block: what a news item keeps, with a note of what it does not. Elements that it does not
/// know are entered as if they were not there, so that content controls and tags of all kinds lose no words.
/// </summary>
internal sealed class DocxReader : IDisposable
{
    private readonly DocxPackage package;
    private readonly DocxStyles styles;
    private readonly DocxLists lists;
    private readonly IReadOnlyDictionary<string, PackageLink> links;
    private readonly HashSet<Omission> omissions = [];
    private readonly List<DocxBlock> blocks = [];
    private readonly WordXml xml;
    private long characters;
    private int paragraphs;

    private DocxReader(DocxPackage package)
    {
        this.package = package;
        links = package.Links(package.MainPart);
        using (var part = Linked("styles")) styles = new DocxStyles(part);
        using (var part = Linked("numbering")) lists = new DocxLists(part);
        xml = new WordXml(package.OpenXml(package.MainPart) ?? throw new ReleaseRefusedException(ReleaseFault.NotWord), package.MainPart);
    }

    /// <exception cref="ReleaseRefusedException">More than a release has.</exception>
    /// <exception cref="System.Xml.XmlException">The text is damaged.</exception>
    public static (List<DocxBlock> Blocks, HashSet<Omission> Omissions) Read(DocxPackage package)
    {
        using var reader = new DocxReader(package);
        reader.xml.All(() => reader.OnBlock(reader.blocks));
        // What lies elsewhere and what would be fetched: named, and that is all.
        if (reader.links.Values.Any(link => link.IsOutside && link.Kind is not "hyperlink" && !IsOrdinaryTemplate(link))) reader.omissions.Add(Omission.OutsideFiles);
        if (reader.links.Values.Any(link => link.Kind is "package" or "oleObject" or "aFChunk" or "control")) reader.omissions.Add(Omission.EmbeddedFiles);
        if (reader.paragraphs > ReleaseLimits.MaxParagraphs) throw new ReleaseRefusedException(ReleaseFault.TooManyParagraphs, reader.paragraphs);
        if (reader.characters > ReleaseLimits.MaxCharacters) throw new ReleaseRefusedException(ReleaseFault.TooManyCharacters, reader.characters);
        return (reader.blocks, reader.omissions);
    }

    public void Dispose() => xml.Dispose();

    /// <summary>Word notes where its own template lies on the writer's disk.</summary>
    private static bool IsOrdinaryTemplate(PackageLink link) => link.Kind == "attachedTemplate" && link.Target.StartsWith("file:///", StringComparison.OrdinalIgnoreCase) && !link.Target.StartsWith("file:////", StringComparison.Ordinal);

    private WordXml? Linked(string kind)
        => links.Values.FirstOrDefault(link => link.Kind == kind && !link.IsOutside).Target is { Length: > 0 } part && package.OpenXml(part) is { } reader ? new WordXml(reader, part) : null;

    // ---- blocks -----------------------------------------------------------------------------------------------------------------------------

    private void OnBlock(List<DocxBlock> into)
    {
        switch (xml.Name)
        {
            case "p" when xml.IsWord:
                ReadParagraph(into);
                break;
            case "tbl" when xml.IsWord:
                ReadTable(into);
                break;
            case "del" or "moveFrom" when xml.IsWord:
                Omit(Omission.TrackedChanges);
                break;
            case "headerReference" or "footerReference" when xml.IsWord:
                omissions.Add(Omission.Headers);
                break;
            case "altChunk" when xml.IsWord:
                Omit(Omission.EmbeddedFiles);
                break;
            case "Fallback" or "sdtPr" or "sdtEndPr":
                xml.Skip();
                break;
        }
    }

    private void ReadTable(List<DocxBlock> into)
    {
        omissions.Add(Omission.Tables);
        List<List<DocxBlock>> row = [];
        xml.Each(() =>
        {
            switch (xml.Name)
            {
                case "tr" when xml.IsWord:
                    row = [];
                    xml.Each(() =>
                    {
                        if (xml is not { IsWord: true, Name: "tc" }) return;
                        List<DocxBlock> cell = [];
                        xml.Each(() => OnBlock(cell));
                        if (cell.Count > 0) row.Add(cell);
                    });
                    AddRow(into, row);
                    break;
                case "tblPr" or "tblGrid":
                    xml.Skip();
                    break;
            }
        });
    }

    /// <summary>A row of words becomes one line. A row with pictures, or with one cell only, was made for the layout: its paragraphs stand for themselves.</summary>
    private static void AddRow(List<DocxBlock> into, List<List<DocxBlock>> row)
    {
        if (row.Count <= 1 || row.Exists(cell => cell.Exists(block => !block.Pictures.IsEmpty)))
        {
            into.AddRange(row.SelectMany(cell => cell));
            return;
        }
        var line = new DocxText();
        foreach (var cell in row)
        {
            if (line.Length > 0) line.Append(StyledText.Plain(" · "));
            for (var at = 0; at < cell.Count; at++)
            {
                if (at > 0) line.Append(StyledText.Plain(" "));
                line.Append(cell[at].Text);
            }
        }
        into.Add(new DocxBlock(BlockKind.TableRow, line.ToStyledText(), "", []));
    }

    private void ReadParagraph(List<DocxBlock> into)
    {
        var paragraph = new Paragraph();
        xml.Each(() => OnInline(paragraph));
        var text = paragraph.Text.ToStyledText();
        var label = text.IsEmpty ? null : lists.Next(paragraph.Place.Over(paragraph.Style.Place));
        if (label is not null)
        {
            var item = new DocxText();
            item.Append(StyledText.Plain($"{label} "));
            item.Append(text);
            text = item.ToStyledText();
        }
        if (text.IsEmpty && paragraph.Pictures.Count == 0) return;
        paragraphs++;
        // Counted on to the end, as the characters are.
        if (paragraphs > ReleaseLimits.MaxParagraphs) return;
        into.Add(new DocxBlock(label is null ? BlockKind.Paragraph : BlockKind.ListItem, text, paragraph.Style.Name, [.. paragraph.Pictures], paragraph.BoxCaption));
    }

    // ---- inside a paragraph -----------------------------------------------------------------------------------------------------------------

    private void OnInline(Paragraph paragraph)
    {
        switch (xml.Name)
        {
            case "pPr" when xml.IsWord:
                ReadProperties(paragraph);
                break;
            case "r" when xml.IsWord:
                ReadRun(paragraph);
                break;
            case "hyperlink" when xml.IsWord:
                var outer = paragraph.Url;
                paragraph.Url = WebAddress(xml.Link("id")) ?? outer;
                xml.Each(() => OnInline(paragraph));
                paragraph.Url = outer;
                break;
            case "ins" or "moveTo" when xml.IsWord:
                omissions.Add(Omission.TrackedChanges);
                break;
            case "del" or "moveFrom" when xml.IsWord:
                Omit(Omission.TrackedChanges);
                break;
            case "commentRangeStart" when xml.IsWord:
                omissions.Add(Omission.Comments);
                break;
            case "oMath" or "oMathPara":
                Omit(Omission.Equations);
                break;
            case "Fallback" or "sdtPr" or "sdtEndPr" or "rt":
                xml.Skip();
                break;
        }
    }

    private void ReadProperties(Paragraph paragraph) => xml.Each(() =>
    {
        switch (xml.Name)
        {
            case "pStyle":
                paragraph.Style = styles.Of(xml.Value());
                break;
            case "numId":
                paragraph.Place = paragraph.Place with { List = xml.Number() };
                break;
            case "ilvl":
                paragraph.Place = paragraph.Place with { Level = xml.Number() };
                break;
            case "headerReference" or "footerReference":
                omissions.Add(Omission.Headers);
                break;
            case "rPr":
                xml.Skip();
                break;
            case "pPrChange" or "sectPrChange":
                Omit(Omission.TrackedChanges);
                break;
        }
    });

    private void ReadRun(Paragraph paragraph)
    {
        var look = paragraph.Style.Look;
        xml.Each(() =>
        {
            switch (xml.Name)
            {
                case "rPr" when xml.IsWord:
                    look = ReadLook(paragraph);
                    break;
                case "t" when xml.IsWord:
                    Say(paragraph, xml.Text(), look);
                    break;
                case "tab" or "ptab" when xml.IsWord:
                    Say(paragraph, " ", look);
                    break;
                case "br" when xml.IsWord && xml.Value("type") is "page" or "column":
                    break;
                case "br" or "cr" when xml.IsWord:
                    Say(paragraph, "\n", look);
                    break;
                case "noBreakHyphen" when xml.IsWord:
                    Say(paragraph, "-", look);
                    break;
                case "delText" or "instrText" or "delInstrText" or "rt" or "Fallback":
                    xml.Skip();
                    break;
                case "footnoteReference" or "endnoteReference" when xml.IsWord:
                    omissions.Add(Omission.Footnotes);
                    break;
                case "commentReference" when xml.IsWord:
                    omissions.Add(Omission.Comments);
                    break;
                case "object" when xml.IsWord:
                    // The picture in it is only the file's icon.
                    Omit(Omission.EmbeddedFiles);
                    break;
                case "drawing" or "pict" when xml.IsWord:
                    xml.Each(() => OnDrawing(paragraph));
                    break;
            }
        });
    }

    private RunLook ReadLook(Paragraph paragraph)
    {
        var (own, style) = (default(RunLook), default(RunLook));
        xml.Each(() =>
        {
            if (xml.Name == "rStyle") style = styles.Of(xml.Value()).Look;
            else if (xml.Name == "rPrChange") Omit(Omission.TrackedChanges);
            else own = own.With(xml);
        });
        return own.Over(style).Over(paragraph.Style.Look);
    }

    private void Say(Paragraph paragraph, string text, RunLook look)
    {
        if (look.Hidden == true)
        {
            if (!string.IsNullOrWhiteSpace(text)) omissions.Add(Omission.HiddenText);
            return;
        }
        characters += text.Length;
        // Counted on to the end, so that the sentence can say how much it is.
        if (characters <= ReleaseLimits.MaxCharacters) paragraph.Text.Append(PlainText.Clean(text), look, paragraph.Url);
    }

    private void OnDrawing(Paragraph paragraph)
    {
        switch (xml.Name)
        {
            case "blip" when xml.Link("embed") is { } id:
                AddPicture(paragraph, id);
                break;
            case "blip" when xml.Link("link") is not null:
                omissions.Add(Omission.OutsideFiles);
                break;
            case "imagedata" when xml.Link("id") is { } id:
                AddPicture(paragraph, id);
                break;
            case "chart" or "relIds":
                Omit(Omission.Charts);
                break;
            case "txbxContent" when xml.IsWord:
                ReadTextBox(paragraph);
                break;
            case "Fallback":
                xml.Skip();
                break;
        }
    }

    /// <summary>Of a text box only pictures and their captions are taken: nobody knows where in the text the rest belongs.</summary>
    private void ReadTextBox(Paragraph paragraph)
    {
        List<DocxBlock> inside = [];
        xml.Each(() => OnBlock(inside));
        foreach (var block in inside)
        {
            foreach (var picture in block.Pictures.Where(picture => !paragraph.Pictures.Contains(picture))) paragraph.Pictures.Add(picture);
            if (block.Text.IsEmpty) continue;
            if (PhotoCaption.IsOne(block)) paragraph.BoxCaption ??= PhotoCaption.Of(block);
            else omissions.Add(Omission.TextBoxes);
        }
    }

    private void AddPicture(Paragraph paragraph, string id)
    {
        if (!links.TryGetValue(id, out var link) || link.Target.Length == 0) return;
        if (link.IsOutside || !package.Has(link.Target)) omissions.Add(Omission.OutsideFiles);
        else if (!paragraph.Pictures.Contains(link.Target)) paragraph.Pictures.Add(link.Target);
    }

    private string? WebAddress(string? id)
    {
        if (id is null || !links.TryGetValue(id, out var link)) return null;
        if (Uri.TryCreate(link.Target, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)) return PlainText.Clean(link.Target);
        omissions.Add(Omission.OtherLinks);
        return null;
    }

    private void Omit(Omission what)
    {
        omissions.Add(what);
        xml.Skip();
    }

    private sealed class Paragraph
    {
        public DocxText Text { get; } = new();
        public DocxStyle Style { get; set; } = DocxStyle.None;
        public ListPlace Place { get; set; }
        public List<string> Pictures { get; } = [];
        public string? Url { get; set; }
        public string? BoxCaption { get; set; }
    }
}
