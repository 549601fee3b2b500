/* The card for what somebody typed: phrases that people keep -> a card. It finds what policybook/search/situations/phrases.py finds;
   each function has its namesake there. It touches no page; search.js loads it when somebody asks for the first time. */
var TOKEN = /\{[a-z]+\}|…|[a-z0-9]+/g, APOSTROPHES = /['\u2019\u2018\u02bc\u0060\u00b4]/g;

export function normalise(text, most) {
  var plain = text.replace(APOSTROPHES, "").normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
  return plain.replace(/[^a-z0-9]+/g, " ").trim().split(" ").filter(Boolean).slice(0, most).join(" ");
}

export function findBase(word) {
  var rule = [["ies", "y"], ["ied", "y"], ["ing", ""], ["ed", ""], ["s", ""]].find(function (r) {
    var rest = word.slice(0, word.length - r[0].length);
    return word.endsWith(r[0]) && rest.length > 2 - (r[1] ? 1 : 0) && !rest.endsWith("s");
  });
  if (rule) word = word.slice(0, word.length - rule[0].length) + rule[1];
  if (word.endsWith("e") && word.length > 3) word = word.slice(0, -1);
  var last = word[word.length - 1], isDouble = word.length > 2 && last === word[word.length - 2] && !/[aeiouy]/.test(last);
  return isDouble ? word.slice(0, -1) : word;
}

function Finder(data) {
  var limits = data.limits, little = new Set(data.little), groups = new Map();

  function plain(text) { return normalise(text, limits.words); }
  Object.keys(data.words).forEach(function (name) {
    var forms = new Map();
    data.words[name].forEach(function (text) {
      var bases = plain(text).split(" ").filter(Boolean).map(findBase);
      if (bases.length) forms.set(bases[0], (forms.get(bases[0]) || []).concat([bases]));
    });
    groups.set("{" + name + "}", forms);
  });

  /* Exceptions with a group are phrases. Others count only as they are written. */
  function isPlain(text) { return !text.includes("{"); }
  function compile(phrase) {
    return (phrase.toLowerCase().replace(APOSTROPHES, "").match(TOKEN) || []).map(function (token) {
      return token === "…" || token[0] === "{" ? token : findBase(token);
    });
  }
  var cards = data.cards.map(function (card) {
    return { card: card, phrases: card.phrases.map(compile), whole: card.whole.map(plain), exceptions: card.but_not.filter(isPlain).map(plain),
      grouped: card.but_not.filter(function (text) { return !isPlain(text); }).map(compile) };
  });

  function findEnds(query, part, start) {
    if (part[0] !== "{") return query.bases[start] === part ? [start + 1] : [];
    return ((groups.get(part) || new Map()).get(query.bases[start]) || []).filter(function (form) {
      return form.every(function (base, n) { return query.bases[start + n] === base; });
    }).map(function (form) { return start + form.length; });
  }
  function has(query, part) {
    if (part === "…") return true;
    if (!query.ends.has(part)) query.ends.set(part, query.words.map(function (_, n) { return findEnds(query, part, n); }));
    return query.ends.get(part).some(function (places) { return places.length; });
  }
  function ends(query, part, start) { return query.ends.get(part)[start] || []; }
  function starts(query, end, afterGap) {
    var last = end, limit = Math.min(end + (afterGap ? limits.between : limits.little), query.words.length), places = [end];
    while (last < limit && (afterGap || little.has(query.words[last]))) places.push(++last);
    return places;
  }
  function holds(query, phrase) {
    if (!phrase.every(function (part) { return has(query, part); })) return false;
    var from = query.words.map(function (_, n) { return n; }), afterGap = false, reached = [];
    for (var part of phrase) {
      if (part === "…") { afterGap = true; continue; }
      if (reached.length) from = Array.from(new Set(reached.flatMap(function (end) { return starts(query, end, afterGap); })));
      reached = Array.from(new Set(from.flatMap(function (start) { return ends(query, part, start); })));
      afterGap = false;
      if (!reached.length) return false;
    }
    return reached.length > 0;
  }

  /* The first card whose phrases fit, or null. The cards come most serious first. */
  this.find = function (text) {
    var typed = normalise(text, limits.words), split = typed.split(" ").filter(Boolean);
    var query = { words: split, bases: split.map(findBase), ends: new Map() };
    var fitting = cards.find(function (entry) {
      if (entry.exceptions.some(function (words) { return (" " + typed + " ").includes(" " + words + " "); })) return false;
      if (entry.grouped.some(function (phrase) { return holds(query, phrase); })) return false;
      return entry.whole.includes(typed) || entry.phrases.some(function (phrase) { return holds(query, phrase); });
    });
    return fitting ? fitting.card : null;
  };

  /* The person whom a query asks for, or null: asked_people.py has the same. */
  this.findPerson = function (text) {
    var typed = " " + normalise(text, limits.words) + " ", asking = new Set(data.asking), best = "", person = null;
    data.people.forEach(function (one) {
      one.names.forEach(function (name) {
        var rest = typed.replace(" " + name + " ", " ").split(" ").filter(Boolean);
        if (name.length <= best.length || !typed.includes(" " + name + " ")) return;
        if (!rest.every(function (word) { return asking.has(word) || little.has(word); })) return;
        best = name;
        person = one;
      });
    });
    return person;
  };
}

/* The cards at an address; the file is asked for once. */
var opened = new Map();
export function open(address) {
  if (!opened.has(address)) {
    opened.set(address, fetch(address, { cache: "no-cache" }).then(function (answer) {
      if (!answer.ok) throw new Error(answer.url + ": " + answer.status);
      return answer.json();
    }).then(function (data) { return new Finder(data); }));
    opened.get(address).catch(function () { opened.delete(address); });
  }
  return opened.get(address);
}
