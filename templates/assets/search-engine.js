/* Search in the browser: an index and a query -> hits. It finds what policybook/search finds, in the same order; each function
 has its namesake there. It touches no page; search.js loads it when somebody asks for the first time. */
var WORD = /\p{Nd}+|[\p{L}\p{Nl}\p{No}]+(?:'[\p{L}\p{Nl}\p{No}]+)*/gu;
var RUN = /[\p{L}\p{N}\p{M}]+(?:['\u2018\u2019\u02bc\u0060\u00b4][\p{L}\p{N}\p{M}]+)*/gu;
var NUMBER = /^\p{Nd}+$/u;

function fold(text) {
  return text.replace(/[\u2018\u2019\u02bc\u0060\u00b4]/g, "'").normalize("NFKD").toUpperCase().toLowerCase()
    .replace(/[\u0300-\u036f]/g, "").replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "");
}

export function words(text) {
  return (fold(text).match(WORD) || []).map(function (w) { return w.replace(/'(s|d|m|ll|re|ve)$/, "").replace(/'/g, ""); });
}

/* Optimal string alignment (Damerau 1964); limit + 1 if more. */
function distance(one, other, limit) {
  var oldest, before = [], row = Array.from({ length: other.length + 1 }, function (_, n) { return n; });
  for (var i = 1; i <= one.length; i++) {
    oldest = before; before = row; row = [i];
    for (var j = 1; j <= other.length; j++) {
      var cost = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) cost = Math.min(cost, oldest[j - 2] + 1);
      row.push(cost);
    }
    if (Math.min.apply(null, row) > limit && Math.min.apply(null, before) > limit) return limit + 1;
  }
  return Math.min(row[other.length], limit + 1);
}

function shardOf(term, shards) {
  var value = 0x811c9dc5;
  new TextEncoder().encode(term).forEach(function (byte) { value = Math.imul(value ^ byte, 0x01000193); });
  return (value >>> 0) % shards;
}

/* Numbers from how much each is above the one before. */
function addUp(steps) {
  var sum = 0;
  return steps.map(function (step) { return (sum += step); });
}
/* How many of some numbers in order are not above another. */
function countTo(most, numbers) { return numbers.filter(function (n) { return n <= most; }).length; }

function Searcher(head, fetched) {
  var firstTexts = addUp(head.texts), firstOfPolicies = addUp(head.policies), readers = Object.keys(head.statements), statements = new Map();
  readers.forEach(function (reader) { statements.set(reader, addUp(head.statements[reader])); });
  var set = head.weights, tables = head.language, stop = new Set(tables.stop), light = new Set(tables.light), forms = new Map(Object.entries(tables.forms));
  var stemmed = new Map();

  function stem(word) {
    var known = stemmed.get(word);
    if (known === undefined) stemmed.set(word, known = makeStem(word));
    return known;
  }
  function makeStem(word) {
    if (forms.get(word) === word) return word;
    word = forms.get(word) || word;
    if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
    tables.steps.forEach(function (step, number) {
      var rule = step.find(function (r) {
        var before = word.slice(0, word.length - r[0].length);
        return word.endsWith(r[0]) && before.length >= r[2] && (number !== 1 || /[aeiouy]/.test(before));
      });
      if (rule) word = word.slice(0, word.length - rule[0].length) + rule[1];
    });
    return word.length > 3 && word[word.length - 1] === word[word.length - 2] ? word.slice(0, -1) : word;
  }
  function phrase(text) { return words(text).map(stem); }
  var stopStems = new Set(tables.stop.map(stem));

  function decoded(text) {
    var before = "";
    return (text.match(/[A-Z][^A-Z]*/g) || []).map(function (coded) { return before = before.slice(0, coded.charCodeAt(0) - 65) + coded.slice(1); });
  }
  /* The list of all words; fetched for a query that has a word which is in none of them. Without it, every word of the query is known. */
  var own, said, known, stems = null, learnt;
  function learn() {
    return learnt = learnt || fetched("words", [""]).then(function (files) {
      own = new Set(decoded(files.get("").words));
      said = new Set(Array.from(own).concat(decoded(files.get("").said)));
      stop.forEach(function (w) { said.delete(w); });
      known = Array.from(said).sort();
      stems = new Set(known.map(stem));
    }, function (fault) { learnt = null; throw fault; });
  }
  function isKnown(word) { return !stems || stems.has(stem(word)); }

  var guessed = new Map();
  function guesses(word) {
    if (!guessed.has(word)) guessed.set(word, makeGuesses(word));
    return guessed.get(word);
  }
  function makeGuesses(word) {
    if (word.length < set.fewest || NUMBER.test(word)) return [];
    var begun = known.filter(function (w) { return w.startsWith(word); });
    begun.sort(function (a, b) { return a.length - b.length || (a < b ? -1 : 1); });
    var found = distinct(begun.length ? begun.map(function (w) { return { word: w, weight: set.begun }; }) : slips(word));
    return found.length ? found : shortened(word);
  }
  function shortened(word) {
    for (var length = word.length - 1; length >= Math.max(set.fewest, Math.floor((3 * word.length + 4) / 5)); length--) {
      if (said.has(word.slice(0, length))) return [{ word: word.slice(0, length), weight: set.twoSlips }];
    }
    return [];
  }
  function far(word) { return word.length <= set.fewest || NUMBER.test(word) ? [] : distinct(slips(word, 1)); }
  function slips(word, more) {
    var limit = (word.length >= 8 ? 2 : 1) + (more || 0), near = [];
    known.forEach(function (w) {
      if (Math.abs(w.length - word.length) > limit || w.length < set.fewest - 1 || NUMBER.test(w)) return;
      var slipped = distance(word, w, limit);
      if (slipped <= limit) near.push([slipped, w[0] === word[0] ? 0 : 1, own.has(w) ? 0 : 1, Math.abs(w.length - word.length), w]);
    });
    near.sort(function (a, b) { return a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3] || (a[4] < b[4] ? -1 : 1); });
    return near.filter(function (n) { return n[0] === near[0][0]; })
      .map(function (n) { return { word: n[4], weight: n[0] === 1 ? set.oneSlip : set.twoSlips }; });
  }
  function distinct(found) {
    var byStem = new Map();
    found.forEach(function (g) { if (!byStem.has(stem(g.word))) byStem.set(stem(g.word), g); });
    return Array.from(byStem.values()).slice(0, set.most);
  }
  function parted(word) {
    for (var at = word.length - 3; at > 2 && !NUMBER.test(word); at--) {
      if (isKnown(word.slice(0, at)) && isKnown(word.slice(at))) return [word.slice(0, at), word.slice(at)];
    }
    return null;
  }

  function shardsOf(given) {
    return Array.from(new Set(given.filter(function (w) { return !stop.has(w) || head.opening.indexOf(stem(w)) >= 0; }).map(function (w) { return shardOf(stem(w), head.shards); })));
  }
  /* The words of a query, with words for the signs of amounts. */
  function readWords(query) { return words(spellSigns(query)); }
  function spellSigns(text) {
    function sum(_, whole, pence) { return " " + whole.replace(/,/g, "") + " gbp " + (pence || "") + " "; }
    return text.replace(/[£$€] ?([0-9][0-9,]*)(?:\.([0-9]{2})(?![0-9]))?/g, sum).replace(/\b([0-9]+)(?:\.([0-9]{2}))? ?[£€]/g, sum)
      .replace(/([0-9]) ?: ?(?=[0-9])/g, "$1 hh ").replace(/([0-9]) ?\/ ?(?=[0-9])/g, "$1 to ")
      .replace(/([0-9])\.([0-9]{2}) ?([ap])\.?m\b/gi, "$1 hh $2 $3m")
      .replace(/\b(at|by|before|after|until|till|from) ([0-9]{1,2})\.([0-5][0-9])(?![.0-9])/gi, "$1 $2 hh $3")
      .replace(/([0-9])\.(?=[0-9]+ ?(?:%|°|[gml]\b))/gi, "$1 to ").replace(/([0-9]) ?%/g, "$1 pct ");
  }
  /* The amounts in the words of a query, by value and unit: their terms, and the places of their first and last words. */
  var amountForms = head.amounts.forms.map(function (form) { return [form[0], new RegExp(form[1], "g")]; });
  function findAmounts(given) {
    var joined = given.join(" "), taken = new Set(), found = [];
    function placeAt(end) { return joined.slice(0, end).split(" ").length - 1; }
    amountForms.forEach(function (form) {
      Array.from(joined.matchAll(form[1])).forEach(function (match) {
        var first = placeAt(match.index), last = placeAt(match.index + match[0].trimEnd().length), free = true;
        for (var place = first; place <= last; place++) free = free && !taken.has(place);
        var terms = free ? readAmount(form[0], match.slice(1).map(function (part) { return part || ""; })) : [];
        if (!terms.length) return;
        for (place = first; place <= last; place++) taken.add(place);
        found.push({ terms: new Map(terms), first: first, last: last });
      });
    });
    return found;
  }
  function readAmount(kind, parts) {
    var set = head.amounts, value = numberOf(parts[0]);
    if (kind === "money" || kind === "pence" || kind === "note") {
      var worth = { fiver: 5, tenner: 10 }[parts[0]] || value, pence = kind === "money" && parts[1] ? Number(parts[1]) : 0;
      return [["~m" + (Math.floor(worth * (kind === "pence" ? 1 : 100)) + pence), 100]];
    }
    if (kind === "percent") return [["~p" + Math.floor(value), 100]];
    if (kind === "age") return [["~a" + Math.floor(value), 100], ["~a", set.anyAge]];
    if (kind === "ratio") return [["~r" + Math.floor(value), 100]];
    return kind === "duration" ? readDuration(value, parts[1]) : readTime(kind, value, parts);
  }
  function readTime(kind, value, parts) {
    var minutes = 0;
    if (kind === "past") {
      var away = { "half": 30, "quarter": 15, "twenty five": 25 }[parts[0]] || Math.floor(value);
      minutes = Math.floor(numberOf(parts[2])) * 60 + (parts[1] === "to" ? -away : away);
    } else if (kind !== "noon") minutes = Math.floor(value) * 60 + (parts.length > 1 ? Number(parts[1]) : 0);
    var onClock = (minutes + 720) % 720, times = [["~t" + onClock, 100], ["~h" + Math.floor(onClock / 60), head.amounts.hour]];
    return kind === "time" && value === 1 && parts.length > 1 ? times.concat([["~r" + Number(parts[1]), 100]]) : times;
  }
  function readDuration(value, unit) {
    var set = head.amounts, short = ["hr", "wk", "yr"].indexOf(unit.slice(0, 2)) >= 0 ? unit.slice(0, 2) : unit.slice(0, 3);
    if (set.minutes[short]) return [["~d" + Math.floor(value * set.minutes[short]), 100]];
    if (set.months[short] && value * set.months[short] >= 1) return [["~o" + Math.floor(value * set.months[short]), 100]];
    return short === "ter" && value >= 1 ? [["~s" + Math.floor(value), 100]] : [];
  }
  function numberOf(word) {
    var first = word.split(" ")[0];
    return /^[0-9]+$/.test(first) ? Number(first) : head.amounts.numbers[first] || 0;
  }
  function asked(query) {
    var found = readWords(query).slice(0, set.longest);
    return fetched("terms-", shardsOf(found)).then(function (shards) {
      var sure = found.every(function (w) {
        var shard = stop.has(w) ? null : shards.get(shardOf(stem(w), head.shards));
        return !shard || shard[stem(w)] || shard[" " + stem(w)] || (shard["?"] || []).indexOf(stem(w)) >= 0;
      });
      return sure ? found : learn().then(function () { return putRight(found); });
    });
  }
  /* Figures are never joined: "2.7" is not 27. */
  function isTorn(word, after) { return !(NUMBER.test(word) || stop.has(after) || isKnown(after)) && isKnown(word + after); }
  /* The number that a query names: ["5", "4"] of "rule 5.4", ["section", "5"]; else null. */
  function clauseNumber(given) {
    var rest = set.nouns.indexOf(given[0]) >= 0 ? given.slice(1) : given;
    if (rest.length === 1 && given[0] === set.nouns[0] && NUMBER.test(rest[0])) return given;
    // "rule A.1" is of an appendix. Without the noun, "a 1" may be words.
    var isLettered = rest.length < given.length && /^\p{L}$/u.test(rest[0] || "");
    var fits = rest.length > 1 && rest.length <= set.number && (NUMBER.test(rest[0]) || isLettered) && NUMBER.test(rest[1])
      && rest.slice(2).every(isLabel);
    return fits ? rest : null;
  }
  /* The number in a query that has other words too, and the stems of those words: "complaints 2.2(c)". */
  function titleNumber(given) {
    var start = Math.max(0, given.findIndex(function (w) { return NUMBER.test(w); }));
    for (var end = Math.min(start + set.number, given.length); end > start + 1; end--) {
      var number = clauseNumber(given.slice(start, end)), title = titleStems(given.slice(0, start).concat(given.slice(end)));
      if (number && number.every(isLabel) && title.length) return { number: number, title: title };
    }
    return { number: [], title: [] };
  }
  function isLabel(word) { return NUMBER.test(word) || new Set(Array.from(word)).size === 1 || /^([ivx]+|bis|(qua)?ter)$/.test(word); }
  function titleStems(given) {
    return given.filter(function (w) { return !stop.has(w) && set.nouns.indexOf(w) < 0; }).map(stem).filter(function (s) { return s !== set.policy; });
  }
  function putRight(given) {
    if (clauseNumber(given)) return given;
    var found = given.slice(), result = [];
    while (found.length) {
      var word = found.shift();
      if (stop.has(word) || (isKnown(word) && !(found.length && isTorn(word, found[0])))) result.push(word);
      else if (found.length && !NUMBER.test(word) && isKnown(word + found[0])) result.push(word + found.shift());
      else {
        var first = guesses(word)[0], pair = first && first.weight >= set.oneSlip ? null : parted(word);
        result = result.concat(pair || [word]);
      }
    }
    return result;
  }

  function meanings(given) {
    var found = given.map(function (w) { return stop.has(w) || isKnown(w) ? [{ word: w, weight: set.own }] : guesses(w); });
    if (found.some(function (guess, n) { return guess.length && !stop.has(given[n]); })) return found;
    return found.map(function (guess, n) { return guess.length ? guess : far(given[n]); });
  }
  /* The phrases of the thesaurus that lie in the files of some words: the rows of each, with their weights. */
  function phrasesOf(shards) {
    var phrases = new Map();
    shards.forEach(function (shard) {
      Object.keys(shard).forEach(function (name) {
        if (name[0] !== " ") return;
        var rows = new Map(), flat = shard[name];
        flat.forEach(function (n) { rows.set("#" + n, n < head.same ? set.same : set.means); });
        phrases.set(name.slice(1), rows);
      });
    });
    return phrases;
  }

  /* Who asks, where the query says so ("as a parent can I …"), and the places of those words. */
  function findRole(given) {
    for (var first = 0; first < given.length; first++) {
      for (var start of head.roles.starts) {
        var place = first + start.split(" ").length;
        if (given.slice(first, place).join(" ") !== start) continue;
        for (var end = Math.min(place + head.roles.longest, given.length); end > place; end--) {
          var role = head.roles.askers[given.slice(place, end).join(" ")];
          if (role) return { role: role, first: place, end: end };
        }
      }
    }
    return { role: "", first: 0, end: 0 };
  }
  /* What lifts the rules that name a kind of reader; it answers no word of the query. */
  function liftRole(role) {
    var names = head.roles.namedAs[role];
    return names ? [{ covers: [], terms: new Map(names.map(function (name) { return [stem(name), head.roles.lift]; })) }] : [];
  }
  function wanted(given, meant, phrases, audience) {
    var forms = given.map(function (w, n) { return stem(meant[n].length ? meant[n][0].word : w); }), role = findRole(given);
    var asked = given.map(function (_, n) { return n; }).filter(function (n) { return !stop.has(given[n]); });
    var content = asked.filter(function (n) { return n < role.first || n >= role.end; });
    if (!content.length) content = asked;
    if (!content.length) {
      return Array.from(new Set(given)).map(function (w, n) { return { covers: [n], terms: new Map([["=" + w, set.own]]) }; });
    }
    var first = new Map();
    content.forEach(function (n) { if (!first.has(forms[n])) first.set(forms[n], n); });
    var single = content.filter(function (n) { return first.get(forms[n]) === n; });
    var found = phrasesIn(forms, first, phrases), shares = new Map();
    var figures = amountTerms(given, forms, first);
    found = found.concat(looseIn(first, phrases, found), figures);
    found.forEach(function (want) { want.covers.forEach(function (n) { shares.set(n, set.within); }); });
    figures.forEach(function (want) {
      want.covers.forEach(function (n) { if (NUMBER.test(forms[n])) shares.set(n, head.amounts.figure); });
    });
    return found.concat(single.map(function (n) {
      return { covers: [n], terms: terms(meant[n], phrases, shares.has(n) ? shares.get(n) : 100) };
    }), liftRole(role.role || audience));
  }
  /* Each amount in the query, for the content words in it. */
  function amountTerms(given, forms, first) {
    return findAmounts(given).map(function (amount) {
      var inside = forms.slice(amount.first, amount.last + 1).filter(function (s) { return first.has(s); });
      var covers = Array.from(new Set(inside.map(function (s) { return first.get(s); }))).sort(function (a, b) { return a - b; });
      return { covers: covers, terms: amount.terms };
    }).filter(function (want) { return want.covers.length; });
  }
  function phrasesIn(forms, first, phrases) {
    var found = [], lean = forms.filter(function (s) { return !light.has(s); });
    new Set(runs(forms).concat(runs(lean))).forEach(function (part) {
      var row = phrases.get(part), covers = part.split(" ").filter(function (s) { return first.has(s); }).map(function (s) { return first.get(s); });
      if (covers.length && row) found.push({ covers: Array.from(new Set(covers)).sort(function (a, b) { return a - b; }), terms: row });
    });
    return found;
  }
  /* The phrases whose content words the query has, apart or in another order; without the rows that an exact phrase has found. */
  function looseIn(first, phrases, exact) {
    var sets = new Map(), found = [], rows = new Set();
    exact.forEach(function (want) { want.terms.forEach(function (_, term) { rows.add(term); }); });
    phrases.forEach(function (given, name) {
      var content = Array.from(new Set(name.split(" "))).filter(function (s) { return !stopStems.has(s); }).sort();
      if (content.length < 2 || !content.every(function (s) { return first.has(s); })) return;
      var key = content.join(" ");
      if (!sets.has(key)) sets.set(key, new Map());
      given.forEach(function (weight, term) { if (!rows.has(term)) sets.get(key).set(term, Math.floor(weight * set.loose / 100)); });
    });
    sets.forEach(function (terms, key) {
      var covers = key.split(" ").map(function (s) { return first.get(s); }).sort(function (a, b) { return a - b; });
      if (terms.size && covers[covers.length - 1] - covers[0] <= set.apart) found.push({ covers: covers, terms: terms });
    });
    return found;
  }
  function runs(forms) {
    var found = [];
    forms.forEach(function (_, at) {
      for (var end = at + 2; end <= Math.min(at + set.phrase, forms.length); end++) found.push(forms.slice(at, end).join(" "));
    });
    return found;
  }
  function terms(guessed, phrases, kept) {
    var found = new Map();
    guessed.forEach(function (guess) {
      var own = stem(guess.word), all = [[own, set.own]].concat(Array.from(phrases.get(own) || []));
      all.forEach(function (t) { found.set(t[0], Math.max(found.get(t[0]) || 0, Math.floor(t[1] * guess.weight / 100))); });
    });
    found.forEach(function (weight, term) { found.set(term, Math.floor(weight * kept / 100)); });
    return found;
  }

  function readerOf(number) {
    return readers.find(function (reader) { return countTo(number, statements.get(reader)) % 2; }) || "";
  }
  function concerns(number, audience) {
    var reader = readerOf(number), here = head.audiences.filter(function (a) { return a[0] <= number; }).pop() || [];
    return reader ? reader === audience : here.indexOf(audience) > 0;
  }
  /* The clauses that the school's own words name for just this query: they come first. If nothing has the number 4.2(b), the
     rules 4.2 are the closest. */
  function named(given, shards, audience) {
    var number = clauseNumber(given), key = number || given.map(stem).slice(0, set.longest), title = [];
    if (!number && !namedBy(key, title, shards, audience).length) {
      var inTitle = titleNumber(given);
      number = key = inTitle.number;
      title = inTitle.title;
    }
    while (number && key.length > 2 && !namedBy(key, title, shards, audience).length) key = key.slice(0, -1);
    return { numbers: namedBy(key, title, shards, audience), strength: number && key.length < number.length ? set.none : set.named };
  }
  function namedBy(key, title, shards, audience) {
    var whole = "!" + key.join(" "), found = [];
    shards.forEach(function (shard) { found = found.concat(shard[whole] || []); });
    return found.filter(function (number) {
      var stems = head.titles[policyOf(number)].split(" ");
      return title.every(function (s) { return stems.indexOf(s) >= 0; }) && (!audience || concerns(number, audience));
    });
  }
  /* The place of a document's policy among those of the index. */
  function policyOf(number) { return countTo(number, firstOfPolicies) - 1; }
  function isSubject(term) { return term[0] === "#" && Number(term.slice(1)) >= head.subjects; }
  function postingsOf(term, shards) { return shards.get(shardOf(term, head.shards))[term] || []; }
  /* For each document the most that one of the terms gives it: rows that mean a subject, or all others. */
  function bestOf(want, shards, subjects) {
    var best = new Map();
    want.terms.forEach(function (hundredths, term) {
      if (isSubject(term) !== subjects) return;
      var postings = postingsOf(term, shards), number = 0;
      for (var n = 0; n < postings.length; n += 2) {
        number += postings[n];
        best.set(number, Math.max(best.get(number) || 0, postings[n + 1] * hundredths));
      }
    });
    return best;
  }
  /* The documents with the word itself, a synonym or the same amount. */
  function findLiteral(want, shards) {
    var found = new Set(), isAmount = String(want.terms.keys().next().value)[0] === "~";
    Array.from(want.terms.keys()).slice(0, isAmount ? 1 : want.terms.size).forEach(function (term) {
      var isSynonym = term[0] !== "#" || Number(term.slice(1)) < head.same;
      if (!isAmount && !(isSynonym && want.covers.length === 1)) return;
      bestOf({ terms: new Map([[term, 1]]) }, shards, isSubject(term)).forEach(function (_, number) { found.add(number); });
    });
    return found;
  }
  /* The documents with the word of a query that is one word, as the texts spell it. */
  function exactDocuments(wants, shards) {
    wants = wants.filter(function (want) { return want.covers.length; });
    var first = wants.length === 1 ? wants[0].terms.entries().next().value : null;
    if (!first || first[1] !== set.own) return new Set();
    return new Set(bestOf({ terms: new Map([first]) }, shards, false).keys());
  }
  /* The most that each word of the query gives a document, by its place; a word that is in no text weighs as one of a single document. */
  function wordWeights(matches, shards) {
    var weights = new Map();
    matches.forEach(function (match) { match.covers.forEach(function (place) { weights.set(place, 0); }); });
    matches.forEach(function (match) {
      match.terms.forEach(function (hundredths, term) {
        if (!match.covers.length || term[0] === "#" || term[0] === "~") return;
        var most = postingsOf(term, shards).reduce(function (best, n, at) { return at % 2 && n > best ? n : best; }, 0);
        weights.set(match.covers[0], Math.max(weights.get(match.covers[0]), most * hundredths));
      });
    });
    weights.forEach(function (weight, place) { if (!weight) weights.set(place, head.unit * 100); });
    return weights;
  }
  /* The share of the query's words that a document has, itself or by a synonym, by weight. */
  function wordShare(number, matches, weights) {
    var places = new Set(), total = 0, all = 0;
    matches.forEach(function (match) {
      if (match.literal.has(number)) match.covers.forEach(function (place) { places.add(place); });
    });
    weights.forEach(function (weight, place) { total += places.has(place) ? weight : 0; all += weight; });
    return Math.floor(100 * total / all);
  }
  /* How surely each of the best documents answers. One word alone asks for all that is said of it, so a text that has it answers. */
  function measure(matches, weights, hits, shards, isOneWord) {
    var exact = isOneWord ? exactDocuments(matches, shards) : new Set(), first = hits.slice(0, set.first).map(function (hit) { return policyOf(hit.number); });
    var hasOnlyFigures = matches.every(function (match) { return !match.covers.length || NUMBER.test(String(match.terms.keys().next().value).replace("~", "")); });
    var second = hits.length > 1 ? hits[1].score : 0;
    hits.forEach(function (hit, at) {
      var lead = at ? 0 : 100 - Math.floor(100 * second / Math.max(1, hit.score)), policy = policyOf(hit.number), company = Math.floor(100 * first.filter(function (p) { return p === policy; }).length / set.first);
      var shares = set.share * wordShare(hit.number, matches, weights) + set.lead * lead + set.company * company;
      hit.strength = Math.floor(set.score * hit.score / (hit.score + 100 * head.unit)) + Math.floor(shares / 100);
      if (hasOnlyFigures) hit.strength = Math.min(hit.strength, set.full - 1);
      else if (exact.has(hit.number)) hit.strength = Math.max(hit.strength, set.full);
    });
  }
  /* A query that asks for a day or a time gets no full answer from a text that says none. */
  function asksWhen(given) { return new RegExp(head.amounts.asksWhen).test(given.join(" ")); }
  function datedDocuments(shards) { return bestOf({ terms: new Map([["~w", 1]]) }, shards, false); }
  function weakenUndated(hits, dated) {
    hits.forEach(function (hit) { if (!dated.has(hit.number)) hit.strength = Math.min(hit.strength, set.full - 1); });
  }
  /* What phrases give a document together, the strongest first: [weight, covers]. */
  function phraseWeight(weighed) {
    var counted = new Set(), total = 0;
    weighed.sort(function (a, b) { return b[0] - a[0] || inOrder(a[1], b[1]); }).forEach(function (pair) {
      var all = 100 * pair[1].length, again = pair[1].filter(function (place) { return counted.has(place); }).length;
      total += Math.floor(pair[0] * (all - (100 - set.repeated) * again) / all);
      pair[1].forEach(function (place) { counted.add(place); });
    });
    return total;
  }
  function inOrder(one, other) {
    for (var n = 0; n < Math.min(one.length, other.length); n++) if (one[n] !== other[n]) return one[n] - other[n];
    return one.length - other.length;
  }
  /* For each document the sum of what the words and phrases of a query give it. */
  function totalWeights(matches) {
    var totals = new Map(), phrases = new Map();
    matches.forEach(function (match) {
      var isPhrase = match.covers.length && String(match.terms.keys().next().value)[0] === "#";
      match.weights.forEach(function (weight, number) {
        if (!isPhrase) totals.set(number, (totals.get(number) || 0) + weight);
        else if (phrases.has(number)) phrases.get(number).push([weight, match.covers]);
        else phrases.set(number, [[weight, match.covers]]);
      });
    });
    phrases.forEach(function (weighed, number) { totals.set(number, (totals.get(number) || 0) + phraseWeight(weighed)); });
    return totals;
  }
  function scored(given, wants, shards, audience) {
    var first = named(given, shards, audience), covered = new Map(), subjects = new Map(), literal = new Map(), hits = [];
    var matches = wants.map(function (want) {
      return { covers: want.covers, terms: want.terms, weights: bestOf(want, shards, false), subjects: bestOf(want, shards, true), literal: findLiteral(want, shards) };
    });
    var weights = wordWeights(matches, shards), whole = 0, score = totalWeights(matches), dated = asksWhen(given) ? datedDocuments(shards) : null;
    function addPlaces(places, number, covers) {
      if (!places.has(number)) places.set(number, new Set());
      covers.forEach(function (place) { places.get(number).add(place); });
    }
    weights.forEach(function (weight) { whole += weight; });
    matches.forEach(function (match) {
      match.literal.forEach(function (number) { addPlaces(literal, number, match.covers); });
      match.weights.forEach(function (_, number) { addPlaces(covered, number, match.covers); });
      match.subjects.forEach(function (weight, number) { subjects.set(number, Math.max(subjects.get(number) || 0, weight)); });
    });
    subjects.forEach(function (weight, number) { score.set(number, (score.get(number) || 0) + Math.floor(weight * set.prior / 100)); });
    score.forEach(function (weight, number) {
      if (audience && !concerns(number, audience)) return;
      var has = covered.get(number) || new Set(), part = 0;
      if (!has.size && !subjects.has(number)) return;
      has.forEach(function (place) { part += weights.get(place); });
      var share = Math.floor(weight * (whole + 2 * part) / (3 * whole));
      if (weights.size > 1 && literal.has(number) && literal.get(number).size === weights.size) share = Math.floor(share * set.whole / 100);
      share = Math.floor(share * (readerOf(number) ? set.statement : 100) / 100);
      hits.push({ number: number, score: dated && !dated.has(number) ? Math.floor(share * set.undated / 100) : share });
    });
    var most = hits.reduce(function (best, hit) { return Math.max(best, hit.score); }, hits.length ? 0 : 1);
    function isFirst(hit) { return first.numbers.indexOf(hit.number) >= 0; }
    hits = hits.filter(function (hit) { return !isFirst(hit); }).concat(first.numbers.map(function (n) { return { number: n, score: most }; }));
    hits.sort(function (a, b) { return b.score - a.score || isFirst(b) - isFirst(a) || a.number - b.number; });
    hits = hits.filter(function (hit, place) { return place < set.few || hit.score * 100 >= hits[0].score * set.kept; });
    measure(matches, weights, hits, shards, new Set(given).size === 1);
    if (dated) weakenUndated(hits, dated);
    hits.forEach(function (hit) { if (isFirst(hit)) hit.strength = first.strength; });
    return hits;
  }

  this.stem = stem;
  this.asked = asked;

  /* Every hit, what to mark in its text (stems, and phrases of the thesaurus), and which words of the query lead to which phrases. */
  this.rank = function (query, audience) {
    return asked(query).then(function (given) { return ranked(given, meanings(given), audience); });
  };
  function ranked(given, meant, audience) {
    var first = shardsOf([].concat.apply([], meant.map(function (guessed) { return guessed.map(function (g) { return g.word; }); })));
    return fetched("terms-", first).then(function (shards) {
      var wants = wanted(given, meant, phrasesOf(shards), audience), needed = new Set(first);
      wants.forEach(function (want) { want.terms.forEach(function (_, term) { needed.add(shardOf(term, head.shards)); }); });
      if (asksWhen(given)) needed.add(shardOf("~w", head.shards));
      return fetched("terms-", Array.from(needed)).then(function (all) { return answered(given, wants, all, audience); });
    });
  }
  function answered(given, wants, shards, audience) {
    var marks = [], hints = [], leads = [];
    wants.forEach(function (want) {
      if (!want.covers.length) return;
      var said = want.covers.map(function (n) { return given[n]; }).join(" "), own = [], same = [], means = [], hasPostings = false;
      want.terms.forEach(function (_, term) {
        if (term[0] !== "#" && postingsOf(term, shards).length) hasPostings = true;
        if (term[0] === "~") return;
        if (term[0] !== "#") own.push([term.replace("=", "")]);
        else if (isTelling(term, shards)) {
          var found = (shards.get(shardOf(term, head.shards))["@" + term.slice(1)] || []).map(phrase);
          means = means.concat(found);
          if (Number(term.slice(1)) < head.same && want.covers.length === 1) same = same.concat(found);
        }
      });
      marks = marks.concat(own, same);
      hints = hints.concat(means);
      if ((want.covers.length > 1 && isTogether(want.covers, given)) || (own.length && !hasPostings)) leads.push({ said: said, own: own.length ? own : [phrase(said)], means: means });
    });
    var hits = scored(given, wants, shards, audience);
    hits.forEach(function (hit) { hit.confidence = confidence(hit); });
    var surely = confidence(hits[0]);
    return { hits: hits.slice(0, set.shown), more: hits.length > set.shown, confidence: surely, marks: marks, hints: hints, leads: surely === "full" || given.length === 1 ? leads : [], given: given.map(stem) };
  }
  /* Whether only words that say nothing stand between some words of a query. */
  function isTogether(covers, given) {
    for (var n = covers[0]; n < covers[covers.length - 1]; n++) if (covers.indexOf(n) < 0 && !stop.has(given[n])) return false;
    return true;
  }
  /* Whether it helps to show what a row found in a text: not where it finds a tenth of all texts or more. */
  function isTelling(term, shards) { return postingsOf(term, shards).length / 2 <= Math.max(3, head.count / 10); }
  /* How surely the best hit answers: "full", "partial" or "none". */
  function confidence(hit) { return !hit || hit.strength < set.none ? "none" : hit.strength < set.full ? "partial" : "full"; }

  /* Why a text was found although it has none of the words that were typed: ["insta", "social networking sites"] for each that led there. */
  this.why = function (text, leads, given) {
    var runs = Array.from(text.matchAll(RUN)), flat = [], found = [];
    runs.forEach(function (run) { words(run[0]).forEach(function (w) { flat.push([stem(w), run[0]]); }); });
    function place(mark) {
      return flat.findIndex(function (_, n) { return mark.every(function (s, m) { return flat[n + m] && flat[n + m][0] === s; }); });
    }
    if (flat.some(function (pair) { return given.indexOf(pair[0]) >= 0 && !stop.has(pair[0]); })) return found;
    leads.forEach(function (lead) {
      if (lead.own.some(function (mark) { return place(mark) >= 0; })) return;
      var longest = lead.means.filter(function (mark) { return place(mark) >= 0 && !mark.every(function (_, m) { return stop.has(words(flat[place(mark) + m][1])[0]); }); }).sort(function (a, b) { return b.length - a.length; })[0];
      if (!longest || longest.every(function (s) { return given.indexOf(s) >= 0; })) return;
      if (found.some(function (f) { return f[0].split(" ").some(function (w) { return lead.said.split(" ").indexOf(w) >= 0; }); })) return;
      var at = place(longest), shown = longest.map(function (_, m) { return flat[at + m][1]; }).join(" ");
      if (!found.some(function (f) { return f[1] === shown; })) found.push([lead.said, shown]);
    });
    return found;
  };

  /* The texts of some hits, in their order. */
  this.texts = function (hits) {
    var file = function (hit) { return countTo(hit.number, firstTexts) - 1; };
    return fetched("clauses-", Array.from(new Set(hits.map(file)))).then(function (files) {
      return hits.map(function (hit) { return files.get(file(hit))[hit.number - firstTexts[file(hit)]]; });
    });
  };

  /* Pieces of a text in order: [piece, whether it is marked]. Words of the query are marked, else what a row of the thesaurus
     found (`hints`); never a word that says nothing, nor a single letter. */
  this.marked = function (text, marks, hints) {
    var runs = Array.from(text.matchAll(RUN)), flat = [], hit, pieces = [], at = 0;
    runs.forEach(function (run, n) { words(run[0]).forEach(function (w) { flat.push([stem(w), n, !stop.has(w) && (w.length > 1 || NUMBER.test(w))]); }); });
    function placesOf(marks) {
      var places = new Set();
      flat.forEach(function (_, n) {
        marks.forEach(function (mark) {
          if (!mark.every(function (s, m) { return flat[n + m] && flat[n + m][0] === s; })) return;
          mark.forEach(function (_, m) { if (flat[n + m][2]) places.add(flat[n + m][1]); });
        });
      });
      return places;
    }
    hit = placesOf(marks);
    if (!hit.size) hit = placesOf(hints);
    runs.forEach(function (run, n) {
      if (!hit.has(n)) return;
      pieces.push([text.slice(at, run.index), false], [run[0], true]);
      at = run.index + run[0].length;
    });
    return pieces.concat([[text.slice(at), false]]);
  };
}

/* The index at an address; each file is asked for once. What could not be fetched is asked for again next time. */
var opened = new Map();
export function open(base) {
  if (!opened.has(base)) {
    opened.set(base, fetch(base + "index.json", { cache: "no-cache" }).then(json).then(function (head) {
      var files = new Map();
      return new Searcher(head, function (name, numbers) {
        return Promise.all(numbers.map(function (n) {
          var file = name + n + ".json";
          if (!files.has(file)) files.set(file, fetch(base + file + "?v=" + head.state).then(json));
          files.get(file).catch(function () { files.delete(file); });
          return files.get(file).then(function (value) { return [n, value]; });
        })).then(function (pairs) { return new Map(pairs); });
      });
    }));
    opened.get(base).catch(function () { opened.delete(base); });
  }
  return opened.get(base);
}
function json(answer) {
  if (!answer.ok) throw new Error(answer.url + ": " + answer.status);
  return answer.json();
}
