using Microsoft.Playwright;

namespace Jinguo.EndToEnd.Browser;

/// <summary>What a visitor holds in her hands.</summary>
public enum Device
{
    /// <summary>An office screen, 1440×900.</summary>
    Desktop,

    /// <summary>A phone, 390×844, with touch.</summary>
    Phone,
}

/// <summary>How a journey is made: on which device, and with or without script.</summary>
public sealed record Visitor(Device Device, bool Script = true)
{
    /// <summary>The four ways in which pages and components are looked at. A journey is made as its people make it, and on the other device without script.</summary>
    public static TheoryData<Device, bool> Every => new()
    {
        { Device.Desktop, true },
        { Device.Desktop, false },
        { Device.Phone, true },
        { Device.Phone, false },
    };

    /// <summary>A part of a file name.</summary>
    public override string ToString() => Device == Device.Phone
        ? Script ? "phone" : "phone-without-script"
        : Script ? "desktop" : "desktop-without-script";

    internal BrowserNewContextOptions Context(string? address) => new()
    {
        BaseURL = address,
        Locale = "zh-CN",
        TimezoneId = "Asia/Shanghai",
        JavaScriptEnabled = Script,
        ReducedMotion = ReducedMotion.Reduce,
        IsMobile = Device == Device.Phone,
        HasTouch = Device == Device.Phone,
        DeviceScaleFactor = Device == Device.Phone ? 2 : 1,
        ViewportSize = Device == Device.Phone
            ? new ViewportSize { Width = 390, Height = 844 }
            : new ViewportSize { Width = 1440, Height = 900 },
    };
}
