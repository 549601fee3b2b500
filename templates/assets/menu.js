/* The menu button of a phone, the contents beside a text, the button that prints, and a page that was opened from
   the disk. Each page works without this script. */
(function () {
  "use strict";
  var button = document.getElementById("pb-menu-button"), menu = document.getElementById("pb-menu");

  function show(open) {
    button.setAttribute("aria-expanded", String(open));
    menu.classList.toggle("pb-menu--open", open);
  }
  if (button && menu) {
    button.hidden = false;
    show(false);
    button.addEventListener("click", function () { show(button.getAttribute("aria-expanded") === "false"); });
    document.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || button.getAttribute("aria-expanded") === "false") return;
      if (!menu.contains(document.activeElement) && document.activeElement !== button) return;
      show(false);
      button.focus();
    });
    menu.addEventListener("click", function (event) { if (event.target.closest("a")) show(false); });
  }

  var print = document.getElementById("pb-print");
  if (print) {
    print.hidden = false;
    print.addEventListener("click", function () { window.print(); });
  }

  /* From the disk, a link to a folder shows the folder's list of files, and search may read nothing. */
  if (location.protocol === "file:") {
    var note = document.createElement("p"), main = document.querySelector("main");
    note.className = "pb-notice";
    note.textContent = "You opened this page from a folder. Search does not work here, and some links do not. " +
      "To see the whole site, give the command “policybook serve”, or open the site on the web.";
    if (main) main.prepend(note);
    document.addEventListener("click", function (event) {
      var link = event.target.closest("a[href]");
      if (link && link.protocol === "file:" && link.pathname.slice(-1) === "/") link.pathname += "index.html";
    }, true);
  }

  /* The contents stand open beside the text where there is room, and mark the section that is being read. */
  var contents = document.querySelector(".pb-contents"), wide = window.matchMedia("(min-width: 68.75em)");
  if (!contents) return;
  function unfold() { contents.open = wide.matches; }
  unfold();
  wide.addEventListener("change", unfold);
  if (!("IntersectionObserver" in window)) return;
  var links = new Map(), seen = new Set();
  contents.querySelectorAll("a[href^='#']").forEach(function (link) {
    var section = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (section) links.set(section, link);
  });
  var watcher = new IntersectionObserver(function (entries) {
    entries.forEach(function (entry) {
      if (entry.isIntersecting) seen.add(entry.target);
      else seen.delete(entry.target);
    });
    var done = false;
    links.forEach(function (link, section) {
      if (!done && seen.has(section)) {
        link.setAttribute("aria-current", "true");
        done = true;
      } else link.removeAttribute("aria-current");
    });
  }, { rootMargin: "-15% 0px -70% 0px" });
  links.forEach(function (link, section) { watcher.observe(section); });
})();
