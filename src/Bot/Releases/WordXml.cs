using System.Xml;

namespace KominfoBot.Bot.Releases;

/// <summary>Walks through a file of XML, element by element, without holding it.</summary>
internal sealed class WordXml(XmlReader xml, string part) : IDisposable
{
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main", Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const string TransitionalLinks = "http://schemas.openxmlformats.org/officeDocument/2006/relationships", StrictLinks = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    public string Name => xml.LocalName;

    /// <summary>True for an element of WordprocessingML (ISO/IEC 29500), strict or transitional.</summary>
    public bool IsWord => xml.NamespaceURI is Transitional or Strict;

    /// <summary>
    /// Calls <paramref name="element"/> for each element inside the present one. It may read what is inside; elements that it does not read are entered in their
    /// turn, so that containers which it does not know are as good as not there.
    /// </summary>
    public void Each(Action element)
    {
        if (xml.IsEmptyElement) return;
        var depth = xml.Depth;
        while (Advance() && xml.Depth > depth)
            if (xml.NodeType == XmlNodeType.Element) element();
    }

    /// <summary>All elements of the file.</summary>
    public void All(Action element)
    {
        while (Advance())
            if (xml.NodeType == XmlNodeType.Element) element();
    }

    /// <summary>Past everything inside the present element.</summary>
    public void Skip() => Each(static () => { });

    /// <summary>The text inside the present element.</summary>
    public string Text()
    {
        if (xml.IsEmptyElement) return "";
        var (depth, text) = (xml.Depth, "");
        while (Advance() && xml.Depth > depth)
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace) text += xml.Value;
        return text;
    }

    /// <summary>An attribute of WordprocessingML.</summary>
    public string? Value(string name = "val") => xml.GetAttribute(name, Transitional) ?? xml.GetAttribute(name, Strict);

    /// <summary>An attribute that names a reference.</summary>
    public string? Link(string name) => xml.GetAttribute(name, TransitionalLinks) ?? xml.GetAttribute(name, StrictLinks);

    /// <summary>A property that is on by its presence and off by its word (ST_OnOff).</summary>
    public bool IsOn => Value() is not ("0" or "false" or "off");

    public int? Number(string name = "val") => int.TryParse(Value(name), out var number) ? number : null;

    public void Dispose() => xml.Dispose();

    private bool Advance()
    {
        if (!xml.Read()) return false;
        return xml.Depth <= ReleaseLimits.MaxDepth ? true : throw new ReleaseRefusedException(ReleaseFault.Broken, 0, part);
    }
}
