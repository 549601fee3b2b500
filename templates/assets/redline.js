/* The redline's switches work without this file. It opens what is folded where the browser's styles cannot, closes menus on Escape,
   and brings a change that is out of view back into view when somebody follows a link to it. */
(function () {
  "use strict";
  var whole = document.getElementById("pb-whole"), small = document.getElementById("pb-no-small");
  var folds = document.querySelectorAll(".pb-fold"), picks = document.querySelectorAll(".pb-pick");

  if (whole) {
    document.querySelectorAll("[name=pb-extent]").forEach(function (input) {
      input.addEventListener("change", function () { folds.forEach(function (fold) { fold.open = whole.checked; }); });
    });
  }
  addEventListener("hashchange", function () {
    var target = document.getElementById(location.hash.slice(1));
    if (small && small.checked && target && target.classList.contains("pb-change--small")) {
      small.checked = false;
      target.scrollIntoView();
    }
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
