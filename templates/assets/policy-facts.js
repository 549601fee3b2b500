/* The fact of a policy for which somebody asks, such as "who approved the behaviour policy": forms of questions and facts -> one
   fact or none. It finds what policybook/search/facts/asked_facts.py finds; each function has its namesake there. It touches no
   page; search.js loads it when a query has a word that such a question needs. */
/* `text` has normalise and findBase, as help-cards.js exports them. */
function FactFinder(data, day, text) {
  var skipped = new Set(data.skipped), documents = new Set(data.documents);
  var forms = data.forms.map(function (form) { return { kind: form[0], pattern: new RegExp(form[1]) }; });

  function has(words, set) { return words.some(function (word) { return set.has(word); }); }
  /* The words of a name that tell one policy from another, without their endings. */
  function readName(name) {
    return new Set(name.split(" ").filter(function (w) { return w && !skipped.has(w) && !documents.has(w); }).map(text.findBase));
  }
  function isPart(some, all) { return Array.from(some).every(function (base) { return all.has(base); }); }
  function isSame(one, other) { return one.size === other.size && isPart(one, other); }

  /* What holds on the reader's day: [last day, names, facts by kind]. */
  var sheets = data.policies.map(function (spans) {
    return spans.find(function (span) { return !span[0] || day <= span[0]; });
  }).filter(function (span) { return span && span[1].length; }).map(function (span) {
    var title = span[1][0], hasNoNoun = !has(title.split(" "), documents);
    return { facts: span[2], names: span[1].map(readName), alone: hasNoNoun ? [readName(title)] : [] };
  });

  /* The one policy that a name fits. A whole title counts before a part of one. "It" is a policy where the school has no other. */
  function findSheet(name) {
    if (name === "it" && sheets.length === 1) return sheets[0];
    var bases = readName(name), isDocument = has(name.split(" "), documents);
    var whole = sheets.filter(function (sheet) {
      return bases.size && (isDocument ? sheet.names : sheet.alone).some(function (other) { return isSame(bases, other); });
    });
    if (whole.length || !isDocument) return whole.length === 1 ? whole[0] : null;
    var fitting = sheets.filter(function (sheet) { return sheet.names.some(function (other) { return isPart(bases, other); }); });
    return fitting.length === 1 ? fitting[0] : null;
  }

  /* The fact for which a query asks, or null: its heading, the address of the page that shows it, and the lines that answer. */
  this.find = function (query) {
    var typed = text.normalise(query, data.limit);
    for (var form of forms) {
      var match = form.pattern.exec(typed), sheet = match && findSheet(match[1]);
      if (sheet) {
        var fact = sheet.facts[data.kinds.indexOf(form.kind)];
        return { kind: form.kind, heading: fact[0], address: fact[1], lines: fact.slice(2) };
      }
    }
    return null;
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
