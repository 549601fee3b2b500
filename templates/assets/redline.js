/* The redline's switches work without this file. It opens what is folded where the browser's styles cannot, closes menus on Escape,
   lets Next and Previous pass over changes that are hidden, and says in the bar which change is being read. */
(function () {
  "use strict";
  var whole = document.getElementById("pb-whole"), small = document.getElementById("pb-small");
  var folds = document.querySelectorAll(".pb-fold"), picks = document.querySelectorAll(".pb-pick");
  var bar = document.querySelector(".pb-bar-where"), steps = document.querySelector(".pb-bar-steps");
  var changes = Array.prototype.slice.call(document.querySelectorAll('.pb-stage [id^="change-"]'));
  /* A linked change stops so far below the top of the screen: below the bar and the name of its section. */
  var EDGE = 130;

  function isHidden(change) {
    return small && !small.checked && change.classList.contains("pb-change--small") && location.hash !== "#" + change.id;
  }

  /* The next change that is shown, from a place in the list on; step is 1 or -1. */
  function shown(place, step) {
    while (changes[place] && isHidden(changes[place])) place += step;
    return changes[place];
  }

  function number(change) { return change.id.slice(7); }

  if (whole) {
    document.querySelectorAll("[name=pb-extent]").forEach(function (input) {
      input.addEventListener("change", function () { folds.forEach(function (fold) { fold.open = whole.checked; }); });
    });
  }
  document.addEventListener("click", function (event) {
    var link = event.target.closest ? event.target.closest(".pb-nav a") : null, place, next;
    if (!link || !small || small.checked) return;
    place = changes.findIndex(function (change) { return "#" + change.id === link.hash; });
    if (place < 0 || !isHidden(changes[place])) return;
    next = shown(place, link.rel === "prev" ? -1 : 1);
    event.preventDefault();
    if (next) location.hash = next.id;
  });

  /* Return the last change whose top is above the edge. Sections out of view are not laid out. */
  function current() {
    var stages = document.querySelectorAll(".pb-stage"), last = null, edge = window.pbEdge(EDGE);
    for (var n = 0; n < stages.length; n++) {
      if (stages[n].getBoundingClientRect().top > edge) break;
      if (stages[n].querySelector('[id^="change-"]')) last = stages[n];
    }
    if (!last) return null;
    var inside = Array.prototype.filter.call(last.querySelectorAll('[id^="change-"]'), function (change) { return !isHidden(change); });
    var above = inside.filter(function (change) { return change.getBoundingClientRect().top <= edge; });
    return above[above.length - 1] || inside[0] || null;
  }

  function point(rel, change) {
    var link = steps.querySelector("[rel=" + rel + "]");
    link.hidden = !change;
    if (change) link.href = "#" + change.id;
  }

  function update() {
    waiting = false;
    var change = current(), place = changes.indexOf(change);
    bar.hidden = steps.hidden = !change;
    if (!change) return;
    bar.firstElementChild.textContent = change.closest(".pb-stage").querySelector("h3").textContent;
    bar.lastElementChild.textContent = "Change " + number(change) + " of " + changes.length;
    point("prev", shown(place - 1, -1));
    point("next", shown(place + 1, 1));
  }

  var waiting = false;
  function ask() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(update);
  }
  if (bar && changes.length) {
    ["scroll", "resize", "hashchange"].forEach(function (name) { addEventListener(name, ask, { passive: true }); });
    document.addEventListener("change", ask);
    ask();
  }

  picks.forEach(function (pick) {
    pick.addEventListener("toggle", function () {
      if (pick.open) picks.forEach(function (other) { if (other !== pick) other.open = false; });
    });
    pick.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !pick.open) return;
      pick.open = false;
      pick.querySelector("summary").focus();
    });
  });
})();
