/* The redline's switches work without this file. It opens what is folded where the browser's styles cannot, closes menus on Escape,
   and lets Next and Previous pass over changes that are left out. */
(function () {
  "use strict";
  var whole = document.getElementById("pb-whole"), small = document.getElementById("pb-no-small");
  var folds = document.querySelectorAll(".pb-fold"), picks = document.querySelectorAll(".pb-pick");

  if (whole) {
    document.querySelectorAll("[name=pb-extent]").forEach(function (input) {
      input.addEventListener("change", function () { folds.forEach(function (fold) { fold.open = whole.checked; }); });
    });
  }
  /* Next and Previous pass over what is left out. */
  document.addEventListener("click", function (event) {
    var link = event.target.closest ? event.target.closest(".pb-nav a") : null, own = link && link.closest(".pb-change");
    if (!own || !small || !small.checked) return;
    var from = +own.id.slice(7), step = Math.sign(+link.hash.slice(8) - from), to = from + step, next;
    if (!step) return;
    while ((next = document.getElementById("change-" + to)) && next.classList.contains("pb-change--small")) to += step;
    event.preventDefault();
    if (next) location.hash = next.id;
  });
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
