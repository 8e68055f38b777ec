// Search without a server, on the files below search/ that digest/search/ makes: docs/search.md.
(() => {
  "use strict";

  const SPAN = 2 ** 20; // a story's number is its day times this, plus its slot in the day
  const TOP = 2 ** 42; // more than any number
  const PAGE = 96; // slots in one file of records
  const SHOWN = 10; // results at a time
  const PAUSE = 60; // milliseconds: keys that come sooner after each other are waited for
  const WEIGHTS = [1, 2, 4]; // of body, standfirst, headline: the order of the lists in a line

  const { words, asked, matches } = window.searchWords;

  // Files of the index.

  const form = document.querySelector("form[data-root]");
  const root = new URL(form.dataset.root, location.href);
  const files = new Map();
  const get = (path) => {
    if (!files.has(path)) {
      const url = new URL(`search/${path}`, root);
      const file = fetch(url, { cache: "no-cache" }).then((answer) => {
        // Gone since index.json was read, when the site was published anew: nothing is found there.
        if (answer.status === 404 && path !== "index.json") return path.endsWith(".json") ? {} : "";
        if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
        return path.endsWith(".json") ? answer.json() : answer.text();
      });
      file.catch(() => files.delete(path));
      files.set(path, file);
    }
    return files.get(path);
  };

  /** Lines of all words that begin so, or of one whole word: [word, body, lead, title] */
  const lines = async (beginning, whole) => {
    const facet = beginning.startsWith("_") ? "_" : "";
    const key = facet + beginning.slice(facet.length).replace(/[^a-z0-9]/gu, "-") + (whole ? "_" : "");
    const names = (await get("index.json")).words.split(" ");
    const wanted = names.filter((name) => name && (name.startsWith(key) || key.startsWith(name)));
    const texts = await Promise.all(wanted.map((name) => get(`words/w-${name}.txt`)));
    return texts.flatMap((text) => text.split("\n")).map((line) => line.split("\t"));
  };

  /** Call `each` with every number in a list. */
  const read = (list, each) => {
    let day = 0, gap = 0, slot = 0, weight = 1;
    for (let at = 0; at < list.length; at++) {
      const code = list.charCodeAt(at);
      if (code < 64) {
        gap = gap * 32 + code - 32;
        continue;
      }
      if (gap) day = day ? day - gap : gap;
      gap = 0;
      if (code < 96) {
        each(day * SPAN + slot + (code - 64) * weight);
        slot = 0;
        weight = 1;
      } else {
        slot += (code - 64) * weight;
        weight *= 31;
      }
    }
  };

  /** [number, score] of the stories in [list, score] pairs, by number, each with its best score. */
  const gathered = (lists) => {
    const keys = [];
    for (const [list, score] of lists) read(list, (number) => keys.push(number * 16 + score));
    const found = [];
    for (const key of Float64Array.from(keys).sort()) {
      const pair = [Math.floor(key / 16), key % 16];
      if (found.length && found.at(-1)[0] === pair[0]) found.pop();
      found.push(pair);
    }
    return found;
  };

  /** What is in both, with the sum of the scores. */
  const both = (one, other) => {
    const common = [];
    let at = 0;
    for (const [number, score] of one) {
      while (at < other.length && other[at][0] < number) at++;
      if (other[at]?.[0] === number) common.push([number, score + other[at][1]]);
    }
    return common;
  };

  /** What one word of the query finds. */
  const scores = async (ask) => {
    const found = [];
    for (const [other, ...lists] of await lines(ask.start, ask.whole)) {
      const quality = matches(ask, other);
      if (quality) lists.forEach((list, place) => found.push([list, 2 * WEIGHTS[place] - (quality < 2)]));
    }
    return gathered(found);
  };

  /** What has a facet: a topic, a language. */
  const faceted = async (facet) => {
    const line = (await lines(facet, true)).find(([word]) => word === facet);
    return gathered(line ? [[line[1], 0]] : []);
  };

  const dateOf = (number) => new Date((Math.floor(number / SPAN) - 719163) * 864e5);

  /** Numbers of the stories that all words find, the best first and of equals the newest. */
  const search = async (asks, { topic, year, lang }) => {
    const facets = [topic && `_t-${topic.replace(/\s+/g, "-")}`, lang && `_l-${lang}`].filter(Boolean);
    const all = (await Promise.all([...asks.map(scores), ...facets.map(faceted)])).reduce(both);
    const found = year ? all.filter(([number]) => dateOf(number).getUTCFullYear() === +year) : all;
    const keys = Float64Array.from(found, ([number, score]) => score * TOP + number);
    return [...keys.sort().reverse()].map((key) => key % TOP);
  };

  const record = async (number) => {
    const slot = number % SPAN;
    const date = dateOf(number);
    const day = (number < 2 * SPAN ? "0001-01-01" : date.toISOString().slice(0, 10));
    const page = await get(`days/${day}-${Math.floor(slot / PAGE)}.json`);
    const [dated, ...versions] = page[slot] ?? [];
    return { day: number < 2 * SPAN ? "" : day, date, dated, versions };
  };

  // What the reader sees.

  const query = form.elements.q;
  const status = document.querySelector("[data-status]");
  const list = document.querySelector("[data-results]");
  const more = document.querySelector("[data-more]");
  const browse = document.querySelector("[data-browse]");
  const item = document.querySelector("template[data-result]");
  const speech = [...document.querySelectorAll("template[lang]")].map((element) => ({
    lang: element.lang,
    ...element.dataset,
  }));
  const own = speech[0]; // texts of the page's language

  let made;
  /** What writes dates and numbers. It takes some ten milliseconds each, while nobody waits. */
  const writers = () =>
    (made ??= {
      dates: new Intl.DateTimeFormat(own.locale, { dateStyle: "long", timeZone: "UTC" }),
      plurals: new Map(speech.map((words) => [words, new Intl.PluralRules(words.locale)])),
      numbers: new Map(speech.map((words) => [words, new Intl.NumberFormat(words.locale)])),
    });

  const TOKENS =
    /[\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060\ufeff]+(?:['\u2018\u2019\u201b\u2032\u00b4`\uff07][\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060\ufeff]+)*/gu;

  /** Put a text into an element, with what the query finds marked; tell whether there was any. */
  const mark = (element, text, asks) => {
    let at = 0;
    for (const { 0: token, index } of text.matchAll(TOKENS)) {
      if (!words(token).some((word) => asks.some((ask) => matches(ask, word)))) continue;
      const marked = document.createElement("mark");
      marked.textContent = token;
      element.append(text.slice(at, index), marked);
      at = index + token.length;
    }
    element.append(text.slice(at));
    return at > 0;
  };

  /** The field, and the results, in the order of the arrow keys. */
  const links = () => [query, ...list.querySelectorAll("[data-headline]")];

  const filled = (text, value) => text.replace(/\{\w+\}/, () => value);

  const say = (text) =>
    status.replaceChildren(
      ...speech.map((words, at) => {
        const part = document.createElement("span");
        part.lang = words.lang;
        part.textContent = (at ? " · " : "") + text(words);
        return part;
      }),
    );

  const headline = (link, [lang, title, , permalink, machine], asks) => {
    link.lang = lang;
    link.hreflang = lang;
    link.href = new URL(permalink, root);
    mark(link, title, asks);
    if (!machine) return;
    const label = document.createElement("span");
    label.className = "machine";
    label.textContent = own.machine;
    link.after(label);
  };

  const result = ({ day, date, dated, versions }, asks, lang) => {
    const node = item.content.cloneNode(true);
    const first = versions.find((version) => version[0] === (lang || own.lang)) ?? versions[0];
    headline(node.querySelector("[data-headline]"), first, asks);
    const others = node.querySelector("[data-others]");
    for (const version of versions) {
      if (version === first) continue;
      const line = others.parentNode.insertBefore(others.cloneNode(), others);
      headline(line.appendChild(document.createElement("a")), version, asks);
    }
    others.remove();
    const summary = node.querySelector("[data-summary]");
    for (const version of [first, ...versions, first]) {
      summary.textContent = "";
      summary.lang = version[0];
      if (mark(summary, version[2], asks)) break;
    }
    if (day) {
      const time = document.createElement("time");
      time.dateTime = day;
      const written = writers().dates.format(date);
      time.textContent = dated ? written : filled(own.added, written);
      node.querySelector("[data-date]").append(time);
    }
    return node;
  };

  let latest = 0;
  let found = []; // numbers of all stories that the last query finds
  let shown = 0; // how many of them are on the page
  let answered = []; // the query's words

  const show = async (turn) => {
    const records = await Promise.all(found.slice(shown, shown + SHOWN).map(record));
    if (turn !== latest) return;
    shown += SHOWN;
    const there = records.filter(({ versions }) => versions.length);
    list.append(...there.map((entry) => result(entry, answered, form.elements.lang?.value)));
    more.hidden = shown >= found.length;
  };

  const clear = () => {
    list.replaceChildren();
    shown = 0;
    more.hidden = true;
  };

  const run = async () => {
    const turn = ++latest;
    const choice = Object.fromEntries(new FormData(form));
    const asks = asked(choice.q);
    browse.hidden = asks.length > 0;
    const kept = new URLSearchParams(Object.entries(choice).filter(([, value]) => value));
    history.replaceState(null, "", `${kept}` ? `?${kept}` : location.pathname);
    if (!asks.length) {
      clear();
      status.replaceChildren();
      return;
    }
    try {
      const numbers = await search(asks, choice);
      if (turn !== latest) return;
      [found, answered] = [numbers, asks];
      await Promise.all(found.slice(0, SHOWN).map(record));
      if (turn !== latest) return;
      const place = links().indexOf(document.activeElement);
      clear();
      say((words) => {
        const count = found.length;
        if (!count) return filled(words.none, choice.q.trim());
        const text = words[writers().plurals.get(words).select(count)] ?? words.other;
        return filled(text, writers().numbers.get(words).format(count));
      });
      await show(turn);
      if (place > 0) (links()[place] ?? query).focus(); // who was among the results stays there
    } catch (error) {
      if (turn !== latest) return;
      clear();
      say((words) => words.failed);
      console.warn(error);
    }
  };

  // Keys, filters, the address.

  const open = () => {
    for (const [name, value] of new URLSearchParams(location.search)) {
      if (form.elements[name]?.name === name) form.elements[name].value = value;
    }
    for (const select of form.querySelectorAll("select")) {
      if (select.selectedIndex < 0) select.value = "";
    }
    run();
  };

  query.addEventListener("focus", writers, { once: true });
  let timer;
  let key = -PAUSE; // when the last one came
  query.addEventListener("input", ({ timeStamp }) => {
    clearTimeout(timer);
    if (timeStamp - key < PAUSE) timer = setTimeout(run, PAUSE);
    else run();
    key = timeStamp;
  });
  form.addEventListener("change", (event) => event.target !== query && run());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    run();
  });
  more.addEventListener("click", async () => {
    const from = list.children.length;
    await show(latest);
    list.children[from]?.querySelector("a").focus();
  });

  document.addEventListener("keydown", (event) => {
    const here = document.activeElement;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/" && !here.matches("input, select, textarea")) {
      event.preventDefault();
      query.focus();
      query.select();
    } else if (event.key === "Escape" && (here === query || list.contains(here))) {
      event.preventDefault();
      query.value = "";
      query.focus();
      run();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const all = links();
      const at = all.indexOf(here);
      const next = all[at + (event.key === "ArrowDown" ? 1 : -1)];
      if (at < 0 || !next) return;
      event.preventDefault();
      next.focus();
    }
  });

  const years = form.elements.year;
  get("index.json").then(
    (index) => {
      for (const year of [...index.years].reverse()) years.add(new Option(year, year));
      open();
    },
    open,
  );
})();
