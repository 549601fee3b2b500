/* Light or dark: the school's choice or else the system's, unless the reader chose another here. Runs before the page is painted, and says that scripts run. */
(function () {
  "use strict";
  var root = document.documentElement, key = "policybook-scheme", system = window.matchMedia("(prefers-color-scheme: dark)");
  var usual = root.dataset.scheme;  // the school's choice

  function stored() {
    try { return localStorage.getItem(key); } catch (e) { return null; }
  }
  function isDark() {
    return root.dataset.scheme ? root.dataset.scheme === "dark" : system.matches;
  }
  function apply(choice) {
    if (choice === "dark" || choice === "light") root.dataset.scheme = choice;
    else if (usual) root.dataset.scheme = usual;
    else delete root.dataset.scheme;
  }
  function choose(dark) {
    var choice = dark === (usual ? usual === "dark" : system.matches) ? null : dark ? "dark" : "light";
    try {
      if (choice) localStorage.setItem(key, choice);
      else localStorage.removeItem(key);
    } catch (e) { /* a private window: the choice lasts as long as the page */ }
    apply(choice);
  }

  root.classList.add("pb-js");
  apply(stored());
  document.addEventListener("DOMContentLoaded", function () {
    var button = document.getElementById("pb-scheme");
    if (!button) return;
    function name() { button.setAttribute("aria-label", isDark() ? "Light colours" : "Dark colours"); }
    button.hidden = false;
    name();
    button.addEventListener("click", function () { choose(!isDark()); name(); });
    system.addEventListener("change", name);
    window.addEventListener("storage", function (event) { if (event.key === key) { apply(event.newValue); name(); } });
  });
})();
