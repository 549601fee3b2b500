/* The search box of every page, and the search page. Nothing is fetched before somebody types; search-engine.js does the finding.
   Without it the box leads to the search page, with its A to Z. */
(function () {
  "use strict";
  var ENGINE = document.currentScript.src.replace(/search\.js(?=[?#]|$)/, "search-engine.js");
  var SHOWN_IN_BOX = 6, SHOWN_AT_ONCE = 10, SHOWN_AT_MOST = 30;
  var results = document.getElementById("pb-results"), input = document.getElementById("pb-q");

  function find(place, query) {
    return import(ENGINE).then(function (engine) { return engine.open(new URL(place.dataset.index, document.baseURI).href); })
      .then(function (searcher) { return searcher.rank(query).then(function (found) {
        found.searcher = searcher;
        return found;
      }); });
  }

  function element(name, className, content) {
    var made = document.createElement(name);
    if (className) made.className = className;
    made.append.apply(made, [].concat(content));
    return made;
  }

  /* A long text from shortly before its first mark. */
  function excerpt(pieces, longest) {
    var first = pieces.findIndex(function (p) { return p[1]; }), length = pieces.reduce(function (n, p) { return n + p[0].length; }, 0);
    var shown = pieces.slice(), left = longest, result = [];
    if (first > 0 && length > longest && shown[0][0].length > 60) {
      shown[0] = ["… " + shown[0][0].slice(-40).replace(/^\S*\s/, ""), false];
    }
    shown.forEach(function (piece) {
      if (left <= 0) return;
      var text = piece[0].length > left ? piece[0].slice(0, left).replace(/\s\S*$/, "") + " …" : piece[0];
      left -= piece[0].length;
      result.push(piece[1] ? element("mark", "", text) : text);
    });
    return left < 0 && !/…$/.test(String(result[result.length - 1])) ? result.concat(" …") : result;
  }

  /* One hit, as the file of clauses has it: title, address, anchor, number, section, reader, text, lead. */
  function entry(place, found, record, longest) {
    var link = element("a", "pb-hit", [
      element("span", "pb-hit-where", [
        element("strong", "", record[0]),
        record[5] ? ", in short for " + record[5] : ", rule " + record[3],
        record[4] ? element("span", "pb-hit-section", " · " + record[4]) : ""
      ]),
      " ",
      element("span", "pb-hit-text", (record[7] ? [element("span", "pb-hit-lead", record[7] + " ")] : [])
        .concat(excerpt(found.searcher.marked(record[6], found.marks), longest)))
    ]);
    link.href = place.dataset.root + record[1] + "#" + record[2];
    return element("li", "", link);
  }

  function counted(found) {
    var count = found.hits.length;
    if (!count) return "Nothing found. Try other words.";
    return (count === 1 ? "1 result" : count + " results") + (found.hits[0].whole || found.hits.some(function (h) { return h.whole; })
      ? "." : ": only a partial match. No rule has all of these words.");
  }

  /* Calls `act` a moment after the last of many calls; what it promises is dropped when a later one has begun. */
  function settled(act, wait) {
    var timer, latest = 0;
    return function (value) {
      var mine = ++latest;
      clearTimeout(timer);
      timer = setTimeout(function () { act(value, function () { return mine === latest; }); }, wait);
    };
  }

  function box() {
    var status = element("p", "pb-hidden", ""), form = input.form, all = element("a", "pb-hit-all", "All results");
    status.setAttribute("role", "status");
    form.append(status);

    function close() {
      results.replaceChildren();
      status.textContent = "";
      ask("");
    }
    function show(found, records, query) {
      var list = element("ul", "pb-hits", records.map(function (r) { return entry(results, found, r, 140); }));
      all.href = form.action + "?q=" + encodeURIComponent(query);
      results.replaceChildren(element("p", "pb-hits-count", counted(found)), list);
      if (records.length < found.hits.length) results.append(element("p", "", all));
      status.textContent = counted(found) + (records.length < found.hits.length ? " The first " + records.length + " are shown." : "");
    }
    function failed() {
      results.replaceChildren(element("p", "", "Search is not available just now. Press Enter for all policies from A to Z."));
      status.textContent = results.textContent;
    }
    var ask = settled(function (query, current) {
      if (!query) return;
      find(results, query).then(function (found) {
        if (!current()) return null;
        return found.searcher.texts(found.hits.slice(0, SHOWN_IN_BOX)).then(function (records) {
          if (current()) show(found, records, query);
        });
      }).catch(function () { if (current()) failed(); });
    }, 150);

    input.addEventListener("input", function () {
      if (input.value.trim().length > 1) ask(input.value.trim());
      else close();
    });
    form.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !results.hasChildNodes()) return;
      event.preventDefault();
      close();
      input.focus();
    });
    function outside(event) { if (results.hasChildNodes() && !form.contains(event.target)) close(); }
    document.addEventListener("focusin", outside);
    document.addEventListener("pointerdown", outside);
  }

  function page(place) {
    var field = document.getElementById("pb-ask"), list = document.getElementById("pb-found"), mail = document.getElementById("pb-mail");
    var count = document.getElementById("pb-count"), more = document.getElementById("pb-more");
    var found = null, current = function () { return true; };

    function add() {
      var from = list.children.length, mine = found;
      var next = found.hits.slice(from, Math.min(from + SHOWN_AT_ONCE, SHOWN_AT_MOST));
      return found.searcher.texts(next).then(function (records) {
        if (mine !== found || from !== list.children.length) return;
        list.append.apply(list, records.map(function (r) { return entry(place, mine, r, 500); }));
        more.hidden = list.children.length >= Math.min(mine.hits.length, SHOWN_AT_MOST);
        if (from) list.children[from].querySelector("a").focus();
      });
    }
    function clear(words) {
      found = null;
      list.replaceChildren();
      more.hidden = true;
      count.textContent = words;
    }
    function answer(query) {
      if (!query) return clear("");
      var mine = current;
      find(place, query).then(function (all) {
        if (mine !== current) return null;
        clear(counted(all));
        found = all;
        if (mail) mail.search = "?subject=" + encodeURIComponent("Not found: " + query);
        return add();
      }).catch(function () { if (mine === current) clear("Search is not available just now. All policies stand below."); });
    }
    var ask = settled(function (query, latest) {
      current = latest;
      history.replaceState(null, "", query ? "?q=" + encodeURIComponent(query) : location.pathname);
      answer(query);
    }, 250);

    field.value = new URLSearchParams(location.search).get("q") || "";
    answer(field.value.trim());
    field.addEventListener("input", function () { ask(field.value.trim()); });
    field.form.addEventListener("submit", function (event) { event.preventDefault(); ask(field.value.trim()); });
    more.addEventListener("click", function () { if (found) add(); });
  }

  if (results && input) box();
  if (document.getElementById("pb-search")) page(document.getElementById("pb-search"));
})();
