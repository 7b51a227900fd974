namespace Jinguo.Testing;

/// <summary>The domain rule that a test keeps: <c>ORG-03</c>.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class RuleAttribute(string id) : Attribute
{
    public string Id => id;
}
