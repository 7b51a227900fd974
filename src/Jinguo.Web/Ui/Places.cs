namespace Jinguo.Web.Ui;

/// <summary>The places of the navigation. Address and icon of a place are the same for everybody.</summary>
public static class Places
{
    public static readonly Place Home = new("工作台", "home", "/");
    public static readonly Place Ledgers = new("台账", "notebook", "/ledgers");
    public static readonly Place Figures = new("数据", "table", "/figures");
    public static readonly Place Tables = new("报表", "list-details", "/tables");
    public static readonly Place Forms = new("表单", "file-check", "/forms");
    public static readonly Place Reports = new("总结", "file-text", "/reports");
    public static readonly Place Checking = new("核稿", "clipboard-check", "/checking");
    public static readonly Place Cases = new("维权", "scale", "/cases");
    public static readonly Place OldReports = new("旧材料", "file-import", "/old-reports");
    public static readonly Place Circulars = new("通知", "bell", "/circulars");
    public static readonly Place Organisations = new("组织", "sitemap", "/organisations");
    public static readonly Place Accounts = new("账号", "users", "/accounts");
    public static readonly Place Security = new("安全", "lock", "/security");
    public static readonly Place Audit = new("审计", "history", "/audit");
    public static readonly Place Settings = new("设置", "settings", "/settings");
}
