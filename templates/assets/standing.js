/* Shows the parts of a page that hold on the reader's day, which is the day in London. Every word was written with the page; the
   attribute data-days names its spans of days. Without this script the page shows what held when it was made, with its days. */
(function () {
  "use strict";

  function today() {
    var now = new Date(), day;
    try {
      day = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", year: "numeric", month: "2-digit", day: "2-digit" })
        .format(now).split("/").reverse().join("-");
    } catch (e) { /* a browser without time zones: its own day */ }
    if (/^\d{4}-\d\d-\d\d$/.test(day)) return day;
    return now.getFullYear() + "-" + ("0" + (now.getMonth() + 1)).slice(-2) + "-" + ("0" + now.getDate()).slice(-2);
  }

  function show() {
    var day = document.documentElement.dataset.today = today(); /* search.js reads it too */
    document.querySelectorAll("[data-days]").forEach(function (part) {
      part.hidden = !part.dataset.days.split(" ").some(function (span) {
        var ends = span.split("/");
        return ends[0] <= day && (ends[1] === ".." || day <= ends[1]); /* ".." comes before every day */
      });
    });
  }

  show();
  document.addEventListener("visibilitychange", show); /* a page that stays open overnight */
})();
