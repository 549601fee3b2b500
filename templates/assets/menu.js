/* The menu button of a phone, the day of the site, the contents beside a text, the button that prints, and a page that was opened from
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

  /* No page holds the day on which the site was made, so that a night without news sends no page anew. Its own small file says it. */
  var made = document.getElementById("pb-made");
  if (made && location.protocol !== "file:") {
    fetch(made.firstChild.href, { cache: "no-cache" }).then(function (file) { return file.json(); }).then(function (build) {
      var day = new Date(build.made_on + "T12:00").toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
      made.textContent = "This site was made on " + day + ".";
    }).catch(function () { /* the link stays */ });
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

  /* What has passed this height is being read. Over the last screen it moves from `edge` to the foot of the window, because the
     last parts of a page never reach its top. What a link led to is being read until the reader scrolls. redline.js asks too. */
  var aimed = null;
  function aim() { aimed = document.querySelector(":target"); }
  ["wheel", "touchmove", "keydown", "pointerdown"].forEach(function (name) {
    window.addEventListener(name, function () { aimed = null; }, { passive: true });
  });
  window.addEventListener("hashchange", aim);
  aim();
  window.pbEdge = function (edge) {
    var top = aimed && aimed.getBoundingClientRect().top;
    if (aimed && top < window.innerHeight) return Math.max(edge, top + 1);
    var most = document.documentElement.scrollHeight - window.innerHeight, way = Math.min(window.innerHeight, most);
    var left = most - window.scrollY;
    return way > 0 && left < way ? edge + (window.innerHeight - edge) * (1 - left / way) : edge;
  };

  /* The contents are open beside the text where there is room. They mark the part that is being read. */
  var contents = document.querySelector(".pb-contents"), wide = window.matchMedia("(min-width: 60em)");
  var list = contents || document.querySelector(".pb-stick");
  if (!list) return;
  function unfold() { contents.open = wide.matches; }
  if (contents) {
    unfold();
    wide.addEventListener("change", unfold);
  }
  var parts = [], current = null, waiting = false;
  list.querySelectorAll("a[href^='#']").forEach(function (link) {
    var part = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (part) parts.push({ part: part, link: link });
  });
  /* The last part whose start has passed the first quarter of the screen, or more at the end of the page. The list scrolls only within itself. */
  function mark() {
    var line = window.pbEdge(window.innerHeight / 4), next = null, box = list.closest(".pb-aside") || list;
    waiting = false;
    parts.forEach(function (one) { if (one.part.getBoundingClientRect().top <= line) next = one.link; });
    if (next === current) return;
    if (current) current.removeAttribute("aria-current");
    if (next) next.setAttribute("aria-current", "true");
    current = next;
    if (!next || !wide.matches) return;
    var high = next.getBoundingClientRect(), frame = box.getBoundingClientRect();
    if (high.top < frame.top || high.bottom > frame.bottom) box.scrollTop += high.top - frame.top - box.clientHeight / 3;
  }
  function wait() {
    if (waiting) return;
    waiting = true;
    window.requestAnimationFrame(mark);
  }
  window.addEventListener("scroll", wait, { passive: true });
  window.addEventListener("resize", wait);
  wait();
})();
