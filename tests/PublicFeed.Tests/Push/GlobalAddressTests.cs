using System.Net;
using KominfoBot.PublicFeed.Outside;
using KominfoBot.Testing;

namespace KominfoBot.PublicFeed.Tests.Push;

/// <summary>Nobody who types an address leads the program into the office's own network (05-faults threat 9).</summary>
public sealed class GlobalAddressTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("103.28.14.9", true)]
    [InlineData("2606:4700:4700::1111", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.255.255.254", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("198.18.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("ff02::1", false)]
    public void Only_the_public_internet_is_global(string address, bool global) => Assert.Equal(global, GlobalAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("http://127.0.0.1:{port}/")]
    [InlineData("http://localhost:{port}/")]
    [InlineData("http://[::ffff:127.0.0.1]:{port}/")]
    [InlineData("http://2130706433:{port}/")]
    [InlineData("http://0x7f.1:{port}/")]
    public async Task An_address_inside_is_not_called_however_it_is_written(string address)
    {
        await using var inside = await Outsider.Start();
        using var http = new OutsideHttp(allowPrivate: false);
        using var request = new HttpRequestMessage(HttpMethod.Get, address.Replace("{port}", $"{inside.Address.Port}", StringComparison.Ordinal));
        var error = await Assert.ThrowsAsync<OutsideException>(() => http.Send(request, Cancel));
        Assert.Contains("menunjuk ke jaringan dalam", error.Message, StringComparison.Ordinal);
        Assert.Empty(inside.Calls);
    }

    [Fact]
    public async Task A_name_with_one_address_inside_is_not_called_and_each_connection_is_looked_at_anew()
    {
        await using var inside = await Outsider.Start();
        IPAddress[] addresses = [IPAddress.Parse("8.8.8.8"), IPAddress.Loopback];
        using var http = new OutsideHttp(allowPrivate: false, (_, _) => Task.FromResult(addresses));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://situs.example:{inside.Address.Port}/");
        await Assert.ThrowsAsync<OutsideException>(() => http.Send(request, Cancel));
        Assert.Empty(inside.Calls);
    }

    [Fact]
    public async Task Redirects_are_not_followed_and_long_or_endless_answers_are_cut()
    {
        await using var outside = await Outsider.Start();
        using var http = new OutsideHttp(allowPrivate: true);
        outside.Answer = context => { context.Response.Redirect("http://169.254.169.254/"); return Task.CompletedTask; };
        using (var request = new HttpRequestMessage(HttpMethod.Get, outside.Address))
        using (var answer = await http.Send(request, Cancel))
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);

        // A small answer that grows to 50 MB when it is unpacked.
        outside.Answer = async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            using var packed = new MemoryStream();
            await using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.SmallestSize, leaveOpen: true)) await gzip.WriteAsync(new byte[50 * 1024 * 1024], Cancel);
            await context.Response.Body.WriteAsync(packed.ToArray(), Cancel);
        };
        using (var request = new HttpRequestMessage(HttpMethod.Get, outside.Address))
        using (var answer = await http.Send(request, Cancel))
            Assert.Contains("lebih dari 2 MB", (await Assert.ThrowsAsync<OutsideException>(() => OutsideHttp.Read(answer, 2 * 1024 * 1024, Cancel))).Message, StringComparison.Ordinal);
    }
}
