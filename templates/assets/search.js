/* The search box of every page, and the search page. Nothing is fetched before somebody types; search-engine.js does the finding.
   Without it the box leads to the search page, with its A to Z. */
(function () {
  "use strict";
  var ENGINE = document.currentScript.src.replace(/search\.js(?=[?#]|$)/, "search-engine.js");
  var CARDS = document.currentScript.src.replace(/search\.js(?=[?#]|$)/, "help-cards.js");
  var FACTS = document.currentScript.src.replace(/search\.js(?=[?#]|$)/, "policy-facts.js");
  var SHOWN_IN_BOX = 6, SHOWN_AT_ONCE = 10;
  var results = document.getElementById("pb-results"), input = document.getElementById("pb-q");

  /* Whether a query tells what happens to somebody: help-cards.js knows. Without it every query may. */
  var told = { test: function () { return true; } };

  /* A word that every question for a fact has: policybook/search/facts/question_forms.py has the same. */
  var SIGN = /\b(?:polic(?:y|ies)|procedures?|code|document|scheme|statement|agreement|approv|adopt|authori[sz]|ratif|signed off|reviews?\b|versions?\b|in force|history|overdue|consultations?\b|comments?\b|deadline|closing date|decide|agenda|papers|contacts?\b|(?:phone|telephone) numbers?|who to|whom?(?: \w+)? (?:i|we)\b|(?:latest|recent) changes|what(?: is|[’']?s) new)/i;

  var STANDINGS = { superseded: "no longer in force", consultation: "proposed, not in force", upcoming: "approved, not in force when this search was made", withdrawn: "withdrawn" };

  function find(place, query, audience, apart) {
    var folder = place.dataset.index + (apart ? "not-in-force/" : "");
    return import(ENGINE).then(function (engine) { return engine.open(new URL(folder, document.baseURI).href); })
      .then(function (searcher) { return searcher.rank(query, audience).then(function (found) {
        found.searcher = searcher;
        found.explained = {}; /* Each explanation is shown once. */
        return found;
      }); });
  }

  function element(name, className, content) {
    var made = document.createElement(name);
    if (className) made.className = className;
    made.append.apply(made, [].concat(content));
    return made;
  }

  /* What comes above all results: a card for a situation of harm, else a person, else a fact. Without its file there is none. */
  function findFirst(place, query) {
    var root = new URL(place.dataset.root, document.baseURI);
    return import(CARDS).then(function (cards) {
      told = cards.TOLD;
      return cards.open(new URL("worried/cards.json", root).href);
    })
      .then(function (finder) {
        var card = finder.find(query), person = card ? null : finder.findPerson(query);
        if (card) return findSteps(root).then(function (file) { return cardBlock(card, file, root); });
        return person ? personBlock(person) : findFact(place, query, root);
      }).catch(function () { return null; });
  }
  /* The steps of all cards by id, and whom to ring. Without their file a card still leads to its page. */
  function findSteps(root) {
    return import(CARDS).then(function (cards) { return cards.openSteps(new URL("worried/steps.json", root).href); }).catch(function () { return { steps: {}, calls: {}, notes: {} }; });
  }
  /* A fact, such as who approved a policy; its file is fetched only for a query that may ask for one. */
  function findFact(place, query, root) {
    var day = document.documentElement.dataset.today; /* standing.js writes it */
    if (!day || !SIGN.test(query)) return null;
    var address = new URL(place.dataset.index + "facts.json", document.baseURI).href;
    return Promise.all([import(FACTS), import(CARDS)]).then(function (modules) {
      return modules[0].open(address, day, modules[1]);
    }).then(function (finder) {
      var fact = finder.find(query);
      return fact && factBlock(fact, root, finder);
    });
  }
  function factBlock(fact, root, finder) {
    var link = element("a", "", fact.heading), block = element("section", "pb-person-card pb-fact-card", element("p", "", link));
    link.href = new URL(fact.address, root).href;
    block.setAttribute("aria-label", /^policies\//.test(fact.address) ? "About the policy" : "About the school’s policies");
    block.dataset.answer = fact.lines[0];
    fact.lines.forEach(function (line) { block.append(element("p", "", finder.split(line).map(linkWay))); });
    return block;
  }
  function linkWay(piece) {
    if (typeof piece === "string") return piece;
    var way = element("a", "", piece[0]);
    way.href = piece[1];
    return way;
  }
  /* Somebody who looks for a person, such as "who is the DSL", sees how to reach them. */
  function personBlock(person) {
    var block = document.createElement("section"), call = element("a", "", person.phone), mail = element("a", "", person.email);
    call.href = "tel:" + person.dial;
    mail.href = "mailto:" + person.email;
    var place = person.address;
    if (/^https:/.test(place)) { place = element("a", "", person.address); place.href = person.address; }
    block.className = "pb-person-card";
    block.setAttribute("aria-label", "Whom to ask");
    block.append(element("p", "", [element("strong", "", person.role), person.name ? ": " + person.name : ""]));
    [person.phone && call, person.hours, person.email && mail, place].forEach(function (line) { if (line) block.append(element("p", "", line)); });
    return block;
  }
  function callLine(calls) {
    return element("p", "pb-help-ring", calls.flatMap(function (one, place) {
      var call = element("a", "", one[1]);
      call.href = "tel:" + one[2];
      return [place ? " · " : "", one[0] + ": ", call];
    }));
  }
  /* Cards for other readers: where nothing typed says who reads, each has a line that says for whom it is. */
  function besideLine(card, root) {
    var link = element("a", "", card.title);
    link.href = new URL("worried/" + card.id + "/", root).href;
    return element("p", "pb-help-beside", [element("strong", "", card.who + ": "), link]);
  }
  function cardBlock(card, file, root) {
    var steps = file.steps[card.id] || [], calls = file.calls[card.id] || [], note = file.notes[card.id], others = card.others;
    var link = element("a", "pb-help-title", card.title), more = element("a", "", "All the steps, and who to tell");
    var call = element("a", "", "999"), block = document.createElement("section");
    link.href = more.href = new URL("worried/" + card.id + "/", root).href;
    call.href = "tel:999";
    block.className = "pb-help-card";
    block.setAttribute("aria-label", "What to do now");
    block.append(element("p", "", link), element("p", "", [element("strong", "", "In danger now? Ring "), call, "."]), calls.length ? callLine(calls) : "",
      card.who && others.length ? element("p", "pb-help-beside", element("strong", "", card.who + ":")) : "",
      element("ol", "", steps.slice(0, 3).map(function (step) { return element("li", "", step); })), note ? element("p", "", [element("strong", "", "Our rule and these steps: "), note]) : "", element("p", "", more));
    others.forEach(function (other) { block.append(besideLine(other, root)); });
    return block;
  }

  function announced(block) { return block.getAttribute("aria-label") + ": " + block.querySelector("a, strong").textContent.replace(/[^.?!]$/, "$&.") + " " + (block.dataset.answer ? block.dataset.answer + " " : ""); }

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

  /* The text without a typed number that the clause's number has too. A row of a table without bars:
     "First cell: second; third". policybook/search/documents.py does the same. */
  function shownText(text, number) {
    var typed = /^(\d+)[.)] /.exec(text);
    if (typed && (number.endsWith("." + typed[1]) || number.endsWith("(" + typed[1] + ")"))) text = text.slice(typed[0].length);
    var cells = text.split(/(?:^| )\|(?= |$)/).map(function (cell) { return cell.trim(); });
    var rest = cells.slice(1).filter(Boolean).join("; ");
    return cells[0] && rest ? cells[0] + ": " + rest : cells[0] || rest;
  }

  /* One hit, as the file of clauses has it: title, address, anchor, number, section, reader, text, lead; and version, standing. */
  function entry(place, found, hit, record, longest) {
    var isRelated = found.confidence === "full" && hit.confidence !== "full" && !found.card;
    /* Below a weak answer to several words, what a row of the thesaurus found would look like a claim. */
    var hints = hit.confidence === "full" || found.given.length === 1 ? found.hints : [];
    var why = found.card || isRelated ? [] : found.searcher.why((record[7] || "") + " " + record[6], found.leads, found.given).slice(0, 1).filter(isNew);
    function isNew(pair) { return found.explained[pair.join("=")] ? false : (found.explained[pair.join("=")] = true); }
    var link = element("a", "pb-hit", [
      element("span", "pb-hit-where", [
        element("strong", "", record[0]),
        record[5] ? ", in short for " + record[5] : /^footnote /.test(record[3]) ? ", " + record[3] : ", rule " + record[3],
        record[9] ? element("span", "pb-hit-standing", " · version " + record[8] + ", " + (STANDINGS[record[9]] || "not in force")) : "",
        record[4] ? element("span", "pb-hit-section", " · " + record[4]) : "",
        isRelated ? element("span", "pb-hit-related", " · related") : ""
      ]),
      " ",
      element("span", "pb-hit-text", (record[7] ? [element("span", "pb-hit-lead", record[7] + " ")] : [])
        .concat(excerpt(found.searcher.marked(shownText(record[6], record[3] || ""), found.marks, hints), longest))),
      why.length ? element("span", "pb-hit-why", " You typed ‘" + why[0][0] + "’. The text says ‘" + why[0][1] + "’.") : ""
    ]);
    link.href = place.dataset.root + record[1] + "#" + record[2];
    return element("li", "", link);
  }

  /* A rule answers nobody who is in trouble: below a card no rule counts as an answer. */
  function counted(place, found, audience, card) {
    var count = found.hits.length, rules = count === 1 ? "This rule is" : "These rules are";
    if (!count && card) return "";
    if (!count) return "Nothing found in the texts in force" + (audience ? " for " + audience : "") + ". Try other words.";
    if (found.card) return "Rules with such words, if you look for one:";
    if (card && found.confidence !== "full") return rules + " the closest.";
    if (found.confidence === "none") return "No rule here answers this. Ask " + place.dataset.ask + ". " + rules + " the closest.";
    if (found.confidence === "partial") return "No exact match. " + rules + " the closest.";
    var related = found.hits.filter(function (hit) { return hit.confidence !== "full"; }).length, full = count - related;
    var said = (found.more && !related ? "The best " : "") + full + (full === 1 ? " result" : " results");
    return said + (related ? ", and " + related + (related === 1 ? " related rule." : " related rules.") : ".");
  }

  /* Somebody whose worry no card knows still sees where to go: in few words, and without alarm, beside a rule that answers. */
  function safety(place, found, card, query) {
    var link = element("a", "", "What to do now"), call = element("a", "", "999");
    var surely = found.hits.length ? found.confidence : "none";
    if (card || (surely !== "none" && !told.test(query))) return [];
    link.href = new URL("worried/", new URL(place.dataset.root, document.baseURI)).href;
    call.href = "tel:999";
    if (surely === "full") return [" Worried about someone? ", link, "."];
    return [" If you are worried about someone’s safety, see ", link, ". In danger? Ring ", call, "."];
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
    function show(found, records, query, card) {
      found.card = card && card.className === "pb-help-card" ? card : null;
      var list = element("ul", "pb-hits", records.map(function (r, n) { return entry(results, found, found.hits[n], r, 140); }));
      all.href = form.action + "?q=" + encodeURIComponent(query);
      var count = element("p", "pb-hits-count", [counted(results, found, "", card)].concat(safety(results, found, card, query)));
      results.replaceChildren(count, list);
      if (card) results.prepend(card);
      if (records.length < found.hits.length) results.append(element("p", "", all));
      status.textContent = (card ? announced(card) : "") + count.textContent + (records.length < found.hits.length ? " The first " + records.length + " are shown." : "");
    }
    function failed() {
      results.replaceChildren(element("p", "", "Search is not available at the moment. Press Enter for all policies from A to Z."));
      status.textContent = results.textContent;
    }
    var ask = settled(function (query, current) {
      if (!query) return;
      Promise.all([find(results, query), findFirst(results, query)]).then(function (both) {
        var found = both[0];
        if (!current()) return null;
        return found.searcher.texts(found.hits.slice(0, SHOWN_IN_BOX)).then(function (records) {
          if (current()) show(found, records, query, both[1]);
        });
      }).catch(function () { if (current()) failed(); });
    }, 150);

    input.addEventListener("input", function () {
      if (input.value.trim().length > 1) ask(input.value.trim());
      else close();
    });
    form.addEventListener("keydown", function (event) {
      if ((event.key === "ArrowDown" || event.key === "ArrowUp") && results.hasChildNodes()) {
        var stops = [input].concat(Array.from(results.querySelectorAll("a"))), at = stops.indexOf(document.activeElement);
        var next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
        if (at >= 0 && next) {
          event.preventDefault();
          next.focus();
        }
        return;
      }
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
    function named(id) { return document.getElementById(id); }
    var field = named("pb-ask"), list = named("pb-found"), mail = named("pb-mail"), count = named("pb-count"), more = named("pb-more");
    var readers = named("pb-for"), all = named("pb-all"), apart = named("pb-apart"), old = named("pb-old"), oldCount = named("pb-old-count");
    var found = null, current = function () { return true; }, cardPlace = named("pb-card");

    function add() {
      var from = list.children.length, mine = found;
      var next = found.hits.slice(from, from + SHOWN_AT_ONCE);
      return found.searcher.texts(next).then(function (records) {
        if (mine !== found || from !== list.children.length) return;
        list.append.apply(list, records.map(function (r, n) { return entry(place, mine, next[n], r, 500); }));
        more.hidden = list.children.length >= mine.hits.length;
        if (from) list.children[from].querySelector("a").focus();
      });
    }
    function clear(words) {
      found = null;
      if (cardPlace) cardPlace.replaceChildren();
      list.replaceChildren();
      old.replaceChildren();
      apart.hidden = more.hidden = true;
      count.textContent = words;
    }
    /* Texts that are not in force stand in a list of their own, and are fetched only for those who ask for them. */
    function addOld(query, audience, mine) {
      if (!all.checked) return null;
      return find(place, query, audience, true).then(function (others) {
        return others.searcher.texts(others.hits.slice(0, SHOWN_AT_ONCE)).then(function (records) {
          if (mine !== current) return;
          old.append.apply(old, records.map(function (r, n) { return entry(place, others, others.hits[n], r, 500); }));
          oldCount.textContent = records.length ? counted(place, others, "", true) : "Nothing found there.";
          apart.hidden = false;
        });
      });
    }
    function answer(query) {
      var mine = current, audience = readers.value;
      if (!query) return clear("");
      return Promise.all([find(place, query, audience), findFirst(place, query)]).then(function (both) {
        var hits = both[0];
        if (mine !== current) return null;
        hits.card = both[1] && both[1].className === "pb-help-card" ? both[1] : null;
        clear(counted(place, hits, audience, both[1]) + (hits.hits.length || both[1] || all.checked ? "" : " Or include old and proposed versions."));
        if (both[1]) count.prepend(element("span", "pb-hidden", announced(both[1])));
        count.append.apply(count, safety(place, hits, both[1], query));
        found = hits;
        if (both[1] && cardPlace) cardPlace.append(both[1]);
        if (mail) mail.search = "?subject=" + encodeURIComponent("Not found: " + query);
        return Promise.all([add(), addOld(query, audience, mine)]);
      }).catch(function () { if (mine === current) clear("Search is not available at the moment. All policies are listed below."); });
    }
    var ask = settled(function (query, latest) {
      var asked = new URLSearchParams();
      if (query) asked.set("q", query);
      if (readers.value) asked.set("for", readers.value);
      if (all.checked) asked.set("all", "1");
      current = latest;
      history.replaceState(null, "", String(asked) ? "?" + String(asked).replace(/\+/g, "%20") : location.pathname);
      answer(query);
    }, 250);
    function again() { ask(field.value.trim()); }

    var given = new URLSearchParams(location.search);
    field.value = given.get("q") || "";
    readers.value = given.get("for") || "";
    if (readers.selectedIndex < 0) readers.value = "";
    all.checked = given.get("all") === "1";
    named("pb-filters").hidden = false;
    answer(field.value.trim());
    field.addEventListener("input", again);
    readers.addEventListener("change", again);
    all.addEventListener("change", again);
    field.form.addEventListener("submit", function (event) { event.preventDefault(); again(); });
    more.addEventListener("click", function () { if (found) add(); });
  }

  if (results && input) box();
  if (document.getElementById("pb-search")) page(document.getElementById("pb-search"));
})();
