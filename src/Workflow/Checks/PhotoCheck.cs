namespace KominfoBot.Workflow.Checks;

/// <summary>At least one photo (a setting); warned when small, and one line for all without a caption.</summary>
internal static class PhotoCheck
{
    public static IEnumerable<Finding> Run(CheckedText text)
    {
        var photos = text.Content.Photos;
        if (photos.IsEmpty)
        {
            if (text.Rules.PhotoRequired) yield return new Finding(Weight.Block, "photo.missing", []);
            yield break;
        }

        var rules = text.Rules;
        foreach (var (photo, position) in text.Photos.Select((photo, index) => (photo, index + 1)))
        {
            var (longSide, shortSide) = (Math.Max(photo.Width, photo.Height), Math.Min(photo.Width, photo.Height));
            if (longSide < rules.PhotoLongSide || shortSide < rules.PhotoShortSide)
                yield return new Finding(Weight.Warn, "photo.small", [$"{position}", $"{photo.Width}x{photo.Height}", $"{rules.PhotoLongSide}x{rules.PhotoShortSide}"]);
        }

        var silent = photos.Select((photo, index) => (photo, Position: index + 1)).Where(each => string.IsNullOrWhiteSpace(each.photo.Caption)).Select(each => $"{each.Position}").ToList();
        if (silent.Count > 0) yield return new Finding(Weight.Warn, "photo.uncaptioned", [string.Join(", ", silent), $"{photos.Length}"]);
    }
}
