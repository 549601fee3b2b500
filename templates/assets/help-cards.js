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

  function bases(text) { return normalise(text, limits.words).split(" ").filter(Boolean).map(findBase); }
  Object.keys(data.words).forEach(function (name) { groups.set(name, data.words[name].map(bases)); });

  function compile(phrase) {
    return (phrase.toLowerCase().replace(APOSTROPHES, "").match(TOKEN) || []).map(function (token) {
      if (token === "…") return null;
      return token[0] === "{" ? groups.get(token.slice(1, -1)) || [] : [[findBase(token)]];
    });
  }
  var cards = data.cards.map(function (card) {
    var plain = function (text) { return normalise(text, limits.words); };
    return { card: card, phrases: card.phrases.map(compile), whole: card.whole.map(plain), exceptions: card.but_not.map(plain) };
  });

  function ends(query, element, start) {
    return element.filter(function (form) {
      return form.every(function (base, n) { return query.bases[start + n] === base; });
    }).map(function (form) { return start + form.length; });
  }
  function starts(query, end, afterGap) {
    var last = end, limit = Math.min(end + (afterGap ? limits.between : limits.little), query.words.length), places = [end];
    while (last < limit && (afterGap || little.has(query.words[last]))) places.push(++last);
    return places;
  }
  function holds(query, phrase) {
    var from = query.words.map(function (_, n) { return n; }), afterGap = false, reached = [];
    for (var element of phrase) {
      if (element === null) { afterGap = true; continue; }
      if (reached.length) from = Array.from(new Set(reached.flatMap(function (end) { return starts(query, end, afterGap); })));
      reached = Array.from(new Set(from.flatMap(function (start) { return ends(query, element, start); })));
      afterGap = false;
      if (!reached.length) return false;
    }
    return reached.length > 0;
  }

  /* The first card whose phrases fit, or null. The cards come most serious first. */
  this.find = function (text) {
    var typed = normalise(text, limits.words), split = typed.split(" ").filter(Boolean);
    var query = { words: split, bases: split.map(findBase) };
    var fitting = cards.find(function (entry) {
      if (entry.exceptions.some(function (words) { return (" " + typed + " ").includes(" " + words + " "); })) return false;
      return entry.whole.includes(typed) || entry.phrases.some(function (phrase) { return holds(query, phrase); });
    });
    return fitting ? fitting.card : null;
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
