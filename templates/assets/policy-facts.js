/* The fact for which somebody asks, such as "who approved the behaviour policy" or "which policies are overdue": forms of
   questions and facts -> one fact or none. It finds what policybook/search/facts/asked_facts.py finds; each function has its namesake there. It touches no
   page; search.js loads it when a query has a word that such a question needs. */
/* `text` has normalise and findBase, as help-cards.js exports them. */
function FactFinder(data, day, text) {
  var skipped = new Set(data.skipped), documents = new Set(data.documents);
  var forms = data.forms.map(compile), schoolForms = data.schoolForms.map(compile);
  var sign = new RegExp(data.sign, "i"), pronouns = new Set(data.pronouns), LEAST_BEGINNING = 4;

  function compile(form) { return { kind: form[0], pattern: new RegExp(form[1]) }; }

  function has(words, set) { return words.some(function (word) { return set.has(word); }); }
  /* The words of a name that tell one policy from another, without their endings. */
  function readName(name) {
    return new Set(name.split(" ").filter(function (w) { return w && !skipped.has(w) && !documents.has(w); }).map(text.findBase));
  }
  function isPart(some, all) { return Array.from(some).every(function (base) { return all.has(base); }); }
  function isSame(one, other) { return one.size === other.size && isPart(one, other); }

  function begins(some, all) {
    var others = Array.from(all);
    return Array.from(some).every(function (base) {
      return all.has(base) || (base.length >= LEAST_BEGINNING && others.some(function (name) { return name.startsWith(base); }));
    });
  }

  /* What holds on the reader's day: [last day, names, facts by kind, title, topics, first day in force]. */
  var sheets = data.policies.map(function (spans) {
    return spans.find(function (span) { return !span[0] || day <= span[0]; });
  }).filter(function (span) { return span && span[1].length; }).map(function (span) {
    var title = span[1][0], hasNoNoun = !has(title.split(" "), documents);
    return { facts: span[2], title: span[3], topics: span[4], since: span[5], names: span[1].map(readName), alone: hasNoNoun ? [readName(title)] : [] };
  });

  /* The one policy that a name fits. A whole title counts before a part of one. */
  function findSheet(name) {
    var bases = readName(name), isDocument = has(name.split(" "), documents);
    if (pronouns.has(name)) return sheets.length === 1 ? sheets[0] : null;
    var whole = sheets.filter(function (sheet) {
      return bases.size && (isDocument ? sheet.names : sheet.alone).some(function (other) { return isSame(bases, other); });
    });
    if (whole.length || !isDocument) return whole.length === 1 ? whole[0] : null;
    for (var fits of [isPart, begins]) {
      var fitting = sheets.filter(function (sheet) { return sheet.names.some(function (other) { return fits(bases, other); }); });
      if (fitting.length) return fitting.length === 1 ? fitting[0] : null;
    }
    return null;
  }
  function namesNone(name) {
    return pronouns.has(name) || (has(name.split(" "), documents) && !readName(name).size);
  }

  /* The title of a policy, with a line of the fact that a topic repeats. */
  function line(sheet, topic) {
    var source = data.sources[topic];
    return sheet.title + (source ? ": " + sheet.facts[data.kinds.indexOf(source[0])].slice(2)[source[1]] : "");
  }
  /* What to say of all policies that a topic is about, the newest change first. */
  function answer(topic) {
    var about = sheets.filter(function (sheet) { return sheet.topics.includes(topic); }), said = data.topics[topic];
    if (topic === "changed") about.sort(function (one, other) { return one.since < other.since ? 1 : one.since > other.since ? -1 : 0; });
    var lines = about.slice(0, data.mostNamed).map(function (sheet) { return line(sheet, topic); });
    if (about.length > lines.length) lines.push("And " + (about.length - lines.length) + " more.");
    if (topic === "people") lines = lines.concat(data.people);
    else if (!lines.length) lines.push(said[2]);
    return { kind: topic, heading: said[0], address: said[1], lines: lines };
  }

  /* A line of a fact in pieces: words, and the numbers and addresses in it, each with what it links to. */
  this.split = function (line) {
    return Object.keys(data.ways).reduce(function (pieces, way) {
      return pieces.flatMap(function (piece) {
        var start = typeof piece === "string" ? piece.indexOf(way) : -1, end = start + way.length;
        if (start < 0 || /\w/.test(piece.charAt(start - 1) + piece.charAt(end))) return [piece];
        return [piece.slice(0, start), [way, data.ways[way]], piece.slice(end)];
      });
    }, [line]);
  };

  /* The fact for which a query asks, or null: its heading, the address of the page that shows it, and the lines that answer. One of
     a policy comes first. */
  this.find = function (query) {
    if (!sign.test(query)) return null;
    var typed = text.normalise(query, data.limit), isUnnamed = false;
    for (var form of forms) {
      var match = form.pattern.exec(typed), sheet = match && findSheet(match[1]);
      if (sheet) {
        var fact = sheet.facts[data.kinds.indexOf(form.kind)];
        return { kind: form.kind, heading: fact[0], address: fact[1], lines: fact.slice(2) };
      }
      if (match && namesNone(match[1])) isUnnamed = true;
    }
    var asked = schoolForms.find(function (each) { return each.pattern.test(typed); });
    if (asked) return answer(asked.kind);
    return isUnnamed && sheets.length > 1 ? answer("which") : null;
  };
}

/* The facts at an address, as they are on a day; the file is asked for once. */
var opened = new Map();
export function open(address, day, text) {
  if (!opened.has(address)) {
    opened.set(address, fetch(address, { cache: "no-cache" }).then(function (answer) {
      if (!answer.ok) throw new Error(answer.url + ": " + answer.status);
      return answer.json();
    }));
    opened.get(address).catch(function () { opened.delete(address); });
  }
  return opened.get(address).then(function (data) { return new FactFinder(data, day, text); });
}
