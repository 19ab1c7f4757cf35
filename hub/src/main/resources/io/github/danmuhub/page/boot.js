// Runs before anything is painted: the language and the colours, as the address says, as they were
// chosen, or as the browser is set.
{
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);
  const chosen = (/** @type {string} */ name) => {
    try {
      return query.get(name) ?? localStorage.getItem("danmu." + name);
    } catch {
      return query.get(name); // storage is shut off
    }
  };
  const wanted = [chosen("lang") ?? "", ...navigator.languages];
  const spoken = wanted.find((each) => /^(zh|en)\b/i.test(each)) ?? "en";
  root.lang = spoken.toLowerCase().startsWith("zh") ? "zh-CN" : "en";
  const theme = chosen("theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
}
