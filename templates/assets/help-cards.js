/* The card for what somebody typed: phrases that people keep -> a card. It finds what policybook/search/situations finds: word_forms.py,
   phrases.py and card_finder.py; each function has its namesake there. It touches no page; search.js loads it when somebody asks for the first time. */
/* Words that tell what happens to somebody, and ask for no rule; and how a question about a rule starts: told_worries.py has the same. */
export var TOLD = /^(?!(?:can|could|do|does|did|is|are|am|may|must|should|will|would|what|when|where|which|who|whose|why|how)\b(?!\s+(?:do|can|should)\s+(?:i|we)\s+(?:do|tell)\b))(?:(?=(?:\S+\s+){3}).*\b(?:me|us|he|she|they|him|them|im|hes|shes|theyre|myself|himself|herself|themselves|i|ive|my|we|our|her|his|their|nobody|someone|somebody)\b|(?=(?:\S+\s+){2}).*\b(?:me|us|he|she|they|him|them|im|hes|shes|theyre|myself|himself|herself|themselves)\b)/i;
var QUESTION = /^(?:can|could|do|does|did|is|are|am|may|must|should|will|would|what|when|where|which|who|whose|why|how)\b(?!\s+(?:do|can|should)\s+(?:i|we)\s+(?:do|tell|stop|get|make|help)\b|\s+if\b)/i;
var APOSTROPHES = /['\u2019\u2018\u02bc\u0060\u00b4]/g;

export function normalise(text, most) {
  var plain = text.replace(APOSTROPHES, "").normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
  var masked = plain.replace(/([a-z])(?:[*#@$]+(?=[a-z])|\*{3,})/g, function (_, letter) { return letter + "0"; });
  var aged = masked.replace(/\b([0-9]{1,2}) ?(?:yo|y\/o|yrs? ?old|years? ?old)\b/g, "$1 year old");
  return aged.replace(/\by(?:ea)?r? ?([0-9]{1,2})\b/g, "year $1").replace(/[^a-z0-9]+/g, " ").trim().split(" ").filter(Boolean).slice(0, most).join(" ");
}

var SHORT = /^[^aeiouy][aeiouy][^aeiouwxy]$/; /* "her" and "here", "hat" and "hate" */

export function findBase(word) {
  var rule = [["ies", "y"], ["ied", "y"], ["ing", ""], ["ed", ""], ["s", ""]].find(function (r) {
    var rest = word.slice(0, word.length - r[0].length);
    return word.endsWith(r[0]) && rest.length > 2 - (r[1] ? 1 : 0) && !rest.endsWith("s");
  });
  if (rule) word = word.slice(0, word.length - rule[0].length) + rule[1];
  if (rule && /^(ing|ed)$/.test(rule[0]) && SHORT.test(word)) word += "e";
  if (word.endsWith("e") && word.length > 3 && !SHORT.test(word.slice(0, -1))) word = word.slice(0, -1);
  var last = word[word.length - 1], isDouble = word.length > 2 && last === word[word.length - 2] && !/[aeiouy]/.test(last);
  return isDouble ? word.slice(0, -1) : word;
}

function split(text) { return text.split(" ").filter(Boolean); }

/* What people write -> the form that phrases use, the longest first. */
function spellingTable(spellings, plain) {
  var forms = new Map(), longest = 0;
  Object.keys(spellings).forEach(function (form) {
    spellings[form].split("|").forEach(function (other) {
      var words = split(plain(other));
      forms.set(words.join(" "), split(form));
      longest = Math.max(longest, words.length);
    });
  });
  return function replace(words) {
    var result = [], place = 0;
    while (place < words.length) {
      var length = Math.min(longest, words.length - place);
      while (length > 0 && !forms.has(words.slice(place, place + length).join(" "))) length -= 1;
      result.push.apply(result, length ? forms.get(words.slice(place, place + length).join(" ")) : [words[place]]);
      place += length || 1;
    }
    return result;
  };
}

function dropLetters(word) { return Array.from(word).slice(1).map(function (_, n) { return word.slice(0, n + 1) + word.slice(n + 2); }); }
function swapLetters(word) {
  return Array.from(word).slice(2).map(function (_, n) { return word.slice(0, n + 1) + word[n + 2] + word[n + 1] + word.slice(n + 3); });
}
function changeVowels(word) {
  return Array.from(word).flatMap(function (letter, n) {
    return n && "aeiouy".includes(letter) ? Array.from("aeiouy", function (vowel) { return word.slice(0, n) + vowel + word.slice(n + 1); }) : [];
  });
}

/* The base of a word, with one slip of the pen in a word of the phrases. */
function baseReader(bases, notSlips, least) {
  var whole = new Set(notSlips.map(findBase)), slips = new Map();
  Array.from(bases).filter(function (base) { return base.length >= least - 1; }).sort().forEach(function (base) {
    dropLetters(base).concat(swapLetters(base)).forEach(function (slip) { if (!slips.has(slip)) slips.set(slip, base); });
  });
  return function find(word) {
    var base = findBase(word), full = findBase(word + "g");
    if (bases.has(base) || whole.has(base)) return base;
    if (/(ing|ed)$/.test(word) && bases.has(base.slice(0, -1))) return base.slice(0, -1);
    if (word.length >= least - 1 && word.endsWith("in") && bases.has(full)) return full;
    if (word.length < least) return base;
    var tries = dropLetters(base).filter(function (other) { return other.length > 4; }).concat(base.length > least ? changeVowels(base) : []);
    return slips.get(base) || tries.find(function (other) { return bases.has(other); }) || base;
  };
}

/* Every phrase comes as the bases of its words; `+` joins the parts of a sign, `|` the phrases of a list. Each space before a phrase stands
   for a word with which the phrase before it starts too. A capital letter is a group, and `_` is a gap before a word. */
function list(joined) {
  var before = [];
  return (joined || "").split("|").filter(Boolean).map(function (text) {
    before = before.slice(0, text.search(/\S/)).concat(split(text));
    return before.join(" ");
  });
}

function Finder(data) {
  var limits = data.limits, little = new Set(data.little), groups = new Map(), bases = new Set();

  function readPhrase(phrase) {
    var parts = split(phrase.replace(/_/g, "_ "));
    parts.forEach(function (part) { if (!/^[A-Z_]/.test(part)) bases.add(part); });
    return parts;
  }
  Object.keys(data.words).forEach(function (name) {
    var forms = new Map();
    list(data.words[name]).map(readPhrase).forEach(function (form) { forms.set(form[0], (forms.get(form[0]) || []).concat([form])); });
    groups.set(name, forms);
  });
  var attempts = data.attempts.map(function (attempt) {
    var card = data.cards.find(function (entry) { return entry.id === attempt.card; });
    return { card: card, subject: attempt.subject, isWide: attempt.subject && !attempt.is_urgent, isNet: attempt.subject === "anything", isAboutAnything: card && card.about === "anything",
      signs: list(attempt.signs).map(function (sign) { return sign.split("+").map(readPhrase); }), whole: list(attempt.whole),
      exceptions: list(attempt.but_not), grouped: list(attempt.but_no_phrase).map(readPhrase) };
  });
  var ordinary = list(data.ordinary).map(readPhrase);
  var writers = Object.keys(data.writers).map(function (name) {
    return { name: name, phrases: list(data.writers[name]).map(readPhrase), exceptions: list(data.not_writers[name]).map(readPhrase) };
  });
  var replace = spellingTable(data.spellings, function (text) { return normalise(text, limits.words); });
  var readBase = baseReader(bases, data.not_slips, limits.letters);
  function readWords(text) { return replace(split(normalise(text, limits.words))); }
  /* The cards by their titles, and by what is before a comma if only one has it. */
  var titled = new Map(), twice = new Set();
  data.cards.forEach(function (card) {
    new Set([card.title, card.title.split(",")[0]]).forEach(function (title) {
      var words = readWords(title).join(" ");
      if (titled.has(words)) twice.add(words);
      titled.set(words, card);
    });
  });

  function findEnds(query, part, start) {
    if (!/^[A-Z]/.test(part)) return query.bases[start] === part ? [start + 1] : [];
    return ((groups.get(part) || new Map()).get(query.bases[start]) || []).filter(function (form) {
      return form.every(function (base, n) { return query.bases[start + n] === base; });
    }).map(function (form) { return start + form.length; });
  }
  function has(query, part) {
    if (part === "_") return true;
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
      if (part === "_") { afterGap = true; continue; }
      if (reached.length) from = Array.from(new Set(reached.flatMap(function (end) { return starts(query, end, afterGap); })));
      reached = Array.from(new Set(from.flatMap(function (start) { return ends(query, part, start); })));
      afterGap = false;
      if (!reached.length) return false;
    }
    return reached.length > 0;
  }
  function holdsAny(query, phrases) { return phrases.some(function (phrase) { return holds(query, phrase); }); }
  function count(query, part) { return has(query, part) ? query.ends.get(part).filter(function (places) { return places.length; }).length : 0; }
  /* Words of harm alone find the card about anything, where plain matters do not outweigh them. */
  function isNoHarm(query, tells) {
    var harm = count(query, data.net[0]), plain = count(query, data.net[1]);
    return harm <= plain && (plain > 0 || !tells);
  }
  function fits(query, attempt, tells) {
    if (attempt.isNet && isNoHarm(query, tells)) return false;
    if (attempt.exceptions.some(function (words) { return (" " + query.text + " ").includes(" " + words + " "); })) return false;
    if (holdsAny(query, attempt.grouped)) return false;
    return attempt.whole.includes(query.text) || attempt.signs.some(function (sign) { return sign.every(function (phrase) { return holds(query, phrase); }); });
  }

  /* The card of a subject for a person. A school may have left it out. */
  function cardFor(subject, person) {
    var table = data.subjects[subject] || {};
    return Object.hasOwn(table, person) ? data.cards[table[person]] : undefined;
  }
  function choose(attempt, people) {
    var card = attempt.card, subject = card ? card.about : attempt.subject;
    var person = people.find(function (name) { return cardFor(subject, name); });
    if (!card) return cardFor(subject, person || "unclear");
    var other = data.about_others.includes(person) ? cardFor(subject, person) : null;
    return other && (other.for !== card.for || card === cardFor(card.about, "me")) ? other : card;
  }

  /* The cards to show with one that was found. A school may have left some out. */
  function withOthers(card) {
    var names = card.beside || [];
    return Object.assign({}, card, { others: data.cards.filter(function (other) { return names.includes(other.id); }) });
  }

  /* The first card that fits, or null. Urgent subjects come first, then first ones, cards by their phrases, other subjects, and cards about anything. */
  this.find = function (text) {
    var typed = readWords(text), words = typed.join(" ");
    if (titled.has(words) && !twice.has(words)) return withOthers(titled.get(words));
    var query = { text: words, words: typed, bases: typed.map(readBase), ends: new Map() };
    var asks = QUESTION.test(text), tells = TOLD.test(text), isEveryday = holdsAny(query, ordinary);
    var people = writers.filter(function (entry) {
      return holdsAny(query, entry.phrases) && !holdsAny(query, entry.exceptions);
    }).map(function (entry) { return entry.name; });
    for (var attempt of attempts) {
      var isOut = attempt.isWide && (asks || isEveryday) || attempt.isAboutAnything && isEveryday;
      var card = !isOut && fits(query, attempt, tells) ? choose(attempt, people) : null;
      if (card) return withOthers(card);
    }
    return null;
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

/* The cards, and their steps, at an address; each file is asked for once. */
var opened = new Map();
function openOnce(address, read) {
  if (!opened.has(address)) {
    opened.set(address, fetch(address, { cache: "no-cache" }).then(function (answer) {
      if (!answer.ok) throw new Error(answer.url + ": " + answer.status);
      return answer.json();
    }).then(read));
    opened.get(address).catch(function () { opened.delete(address); });
  }
  return opened.get(address);
}
export function open(address) { return openOnce(address, function (data) { return new Finder(data); }); }
export function openSteps(address) { return openOnce(address, function (data) { return data; }); }
