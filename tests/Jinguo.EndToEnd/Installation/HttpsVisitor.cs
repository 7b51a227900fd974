using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Jinguo.Testing.Web;

namespace Jinguo.EndToEnd.Installation;

/// <summary>A certificate that a machine signed for itself, and visitors who trust this one and no other.</summary>
internal sealed class HttpsVisitor : IDisposable
{
    private readonly X509Certificate2 certificate;
    private readonly Machine machine;

    /// <summary>Makes the certificate and puts it where the administrator stands.</summary>
    public HttpsVisitor(Machine machine)
    {
        this.machine = machine;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={Machine.Name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(Machine.Name);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
        File.WriteAllText(machine.At("home/jinguo.crt"), certificate.ExportCertificatePem());
        File.WriteAllText(machine.At("home/jinguo.key"), key.ExportPkcs8PrivateKeyPem());
        KeyHash = Convert.ToBase64String(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));
    }

    /// <summary>By which Chromium is told to trust it.</summary>
    public string KeyHash { get; }

    /// <summary>A browser that comes from an address of its own.</summary>
    /// <param name="from">The visitor's address: one of 127.0.0.0/8.</param>
    public PageClient From(string from) => At(new($"https://{Machine.Name}"), from, machine.Ports.Https);

    /// <summary>The same over plain HTTP.</summary>
    public PageClient PlainFrom(string from) => At(new($"http://{Machine.Name}"), from, machine.Ports.Http);

    public void Dispose() => certificate.Dispose();

    private PageClient At(Uri address, string from, int port)
    {
        var cookies = new CookieContainer();
        var handler = new SocketsHttpHandler
        {
            CookieContainer = cookies,
            AllowAutoRedirect = false,
            SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, shown, _, _) => shown is not null && shown.GetCertHashString() == certificate.GetCertHashString() },
            ConnectCallback = async (_, cancel) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
                await socket.ConnectAsync(IPAddress.Loopback, port, cancel);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        return new(new HttpClient(handler) { BaseAddress = address }, cookies);
    }
}
