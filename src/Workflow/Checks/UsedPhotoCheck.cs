namespace KominfoBot.Workflow.Checks;

/// <summary>Another item shows the same picture, perhaps in another size; one line for each such item.</summary>
internal static class UsedPhotoCheck
{
    public static IEnumerable<Finding> Run(CheckedText text)
        => text.Photos.Select((photo, index) => (photo.UsedIn, Position: index + 1)).Where(each => each.UsedIn is not null).GroupBy(each => each.UsedIn!)
            .Select(group => new Finding(Weight.Warn, "photo.used", [string.Join(", ", group.Select(each => each.Position)), group.Key]));
}
