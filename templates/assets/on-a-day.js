/* Answers which version was in force on a day, from the rows of the table. The table needs no script. */
(function () {
  "use strict";
  var form = document.querySelector(".pb-pick-a-day"), input = document.getElementById("pb-day");
  var answer = document.querySelector("[data-answer]"), noDay = document.querySelector("[data-no-day]");
  var rows = Array.from(document.querySelectorAll("tr[data-first]"));
  var asked = new URLSearchParams(location.search).get("day");

  function row(day) {
    return rows.find(function (one) {
      return (!one.dataset.first || one.dataset.first <= day) && (!one.dataset.last || day <= one.dataset.last);
    });
  }
  function today() {
    try {
      return new Date().toLocaleDateString("en-CA", { timeZone: "Europe/London" });
    } catch (error) {
      return new Date().toISOString().slice(0, 10);
    }
  }
  function show(day) {
    var match = day ? row(day) : null;
    rows.forEach(function (one) { one.classList.toggle("pb-picked", one === match); });
    answer.hidden = !match;
    if (!match) return;
    answer.querySelector("[data-day]").textContent = new Date(day + "T12:00:00Z").toLocaleDateString("en-GB",
      { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
    answer.querySelector("[data-version]").replaceChildren.apply(answer.querySelector("[data-version]"),
      Array.from(match.cells[1].cloneNode(true).childNodes));
    answer.querySelector("[data-later]").hidden = day <= today();
  }

  form.hidden = false;
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  input.addEventListener("input", function () {
    noDay.hidden = true;
    show(input.value);
    if (input.value) history.replaceState(null, "", "?day=" + input.value);
  });
  if (asked !== null) {
    input.value = asked;
    noDay.hidden = Boolean(input.value);
    show(input.value);
  }
})();
