/* The box that shows only the policies with a word in their names. The list is whole without this script. */
(function () {
  "use strict";
  var box = document.querySelector(".pb-filter"), input = document.getElementById("pb-filter");
  var lines = Array.from(document.querySelectorAll(".pb-line")), groups = document.querySelectorAll(".pb-list");
  var letters = document.querySelectorAll(".pb-line-letter");
  if (!box || !input) return;

  function plain(words) { return words.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, ""); }
  var names = lines.map(function (line) { return plain(line.querySelector(".pb-line-name").textContent); });

  function show() {
    var wanted = plain(input.value).split(/\s+/).filter(Boolean), count = 0;
    lines.forEach(function (line, place) {
      line.hidden = !wanted.every(function (word) { return names[place].indexOf(word) !== -1; });
      if (!line.hidden) count += 1;
    });
    letters.forEach(function (letter) { letter.hidden = wanted.length > 0; });
    groups.forEach(function (group) { group.hidden = !group.querySelector(".pb-line:not([hidden])"); });
    box.querySelector("[role=status]").textContent = !wanted.length ? "" :
      count === 1 ? "1 policy" : count + " policies";
  }
  box.hidden = false;
  input.addEventListener("input", function () {
    if (/^#letter-/.test(location.hash)) location.hash = "every-letter";
    show();
  });
  input.addEventListener("keydown", function (event) {
    if (event.key === "Escape") { input.value = ""; show(); }
  });
})();
