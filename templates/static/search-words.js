// Words of texts and queries, and which of them are forms of one word. Loaded before search.js.
(() => {
  "use strict";

  const LONGEST = 30; // letters of a word that count
  const MOST = 12; // words of a query that count

  // Words: the same as digest/search/words.py finds.

  const INVISIBLE =
    /[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|(?<![\u2190-\u{10ffff}])\u200d/gu;
  const MARKS =
    /[\u0300-\u034e\u0350-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1dc0-\u1dff\u20d0-\u20dc\u302a-\u302f\u3099\u309a\ufe20-\ufe2f]/g;
  const LETTERS = {
    ç: "c", ğ: "g", ı: "i", î: "i", ö: "o", ø: "o", ş: "s", ü: "u", û: "u", â: "a", ß: "ss", æ: "ae",
    œ: "oe", đ: "d", ð: "d", ł: "l", þ: "th", ə: "e", ħ: "h", ŋ: "n",
  };

  const folded = (text) =>
    text
      .normalize("NFC")
      .replace(INVISIBLE, "")
      .normalize("NFC")
      .replace(/I\u0307|İ/g, "i")
      .replaceAll("I", "ı")
      .toLowerCase()
      .replaceAll("i\u0307", "i")
      .replace(/[\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4`\uff07]/g, "'")
      .normalize("NFC")
      .replace(/[^\0-\x7f]/g, (letter) => LETTERS[letter] ?? letter)
      .normalize("NFKD")
      .replace(MARKS, "")
      .toLowerCase();

  // What was taken apart may be another of the letters: ǣ becomes æ, and that ae.
  const plain = (text) => {
    const found = folded(text);
    return found === text ? found : plain(found);
  };

  const words = (text) => {
    const joined = plain(text).replace(/(?<![\p{L}\p{N}])([\p{L}\p{N}])'(?=[\p{L}\p{N}])/gu, "$1");
    const found = joined.match(/[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu) ?? [];
    return found
      .map((word) => [...word.split("'")[0]].slice(0, LONGEST).join(""))
      .filter((word) => !/^[\0-\x7f]?$/.test(word));
  };

  // Roots: what a word may be a form of. Turkish suffixes, by sound and order, on plain letters;
  // English plurals and tenses. Two words are the same when they share a root.

  const AFTER_VOWEL = "(?<=[aeiou])";
  const AFTER_OTHER = "(?<![aeiou])";
  const D = "(?:(?<=[cfhkpst])t|(?<![cfhkpst])d)";
  const CASE = [
    `(?:${AFTER_VOWEL}y|${AFTER_OTHER})(?:[aeiu]|l[ae])`, `(?:${AFTER_VOWEL}n|${AFTER_OTHER})[iu]n`, `${D}[ae]n?`,
  ].join("|");
  const THEIRS = `(?:${AFTER_VOWEL}s|${AFTER_OTHER})[iu](?:n[aeiu]|n[iu]n|nd[ae]n?|nc[ae]|yl[ae])?`;
  const OURS = `(?:(?:${AFTER_OTHER}[iu])?[mn][iu]z|${AFTER_OTHER}[iu][mn])(?:${CASE})?`;
  const KI = "(?<=[dt][ae]|[iu]n)ki(?:l[ae]r(?:[aeiu]|[iu]n|d[ae]n?)?|n[aeiu]|n[iu]n)?";
  const CHAIN = new RegExp(`(?:l[ae]r)?(?:${THEIRS}|${OURS}|${CASE})?(?:${KI})?(?:${D}[iu]r)?$`, "y");
  const DISCORD = /a[eu]|e[au]|iu|[ou]i/;
  const SOUNDS_FRONT = /a(?:[klt]|r[bfp]|lp)$/; // saatler, harfler
  const HARD = { b: "p", d: "t", g: "k" };

  const ENGLISH = ["ies", "ied", "ing", "ed", "es", "s"];
  const NO_PLURAL = /[isu]$|^new$/;

  const bears = (stem, rest) => {
    const vowels = (text) => text.replace(/[^aeiou]/g, "");
    const ends = vowels(stem).slice(-1);
    const heard = vowels(rest.replace(/ki/, ""));
    return ends && (!DISCORD.test(ends + heard) || (SOUNDS_FRONT.test(stem) && !DISCORD.test("e" + heard)));
  };

  const roots = (word) => {
    const found = new Set([word]);
    for (let at = 3; at < word.length; at++) {
      const stem = word.slice(0, at);
      const rest = word.slice(at);
      CHAIN.lastIndex = at;
      if ((at === 3 && rest.length === 1) || !CHAIN.test(word) || !bears(stem, rest)) continue;
      found.add(stem);
      const last = HARD[stem.at(-1)];
      if (at > 3 && last && /^[aeiou]/.test(rest)) found.add(stem.slice(0, -1) + last);
    }
    const rest = ENGLISH.find((ending) => word.endsWith(ending));
    const stem = word.slice(0, -rest?.length);
    if (!rest || stem.length < 3 || !/[aeiouy]/.test(stem) || (rest === "s" && NO_PLURAL.test(stem))) return found;
    if (/^ie/.test(rest)) return found.add(`${stem}y`);
    found.add(stem);
    if (rest !== "s") found.add(`${stem}e`);
    if (/([^ls])\1$/.test(stem)) found.add(stem.slice(0, -1));
    return found;
  };

  // A word of the query: which words it matches, and how all of these begin.

  const start = (names) => {
    let common = names[0];
    for (const name of names) while (!name.startsWith(common)) common = common.slice(0, -1);
    return common.length > 3 ? common.replace(/[ekpty]$/, "") : common; // kitabı, making, countries
  };

  /**
   * The words of a query. A word of two letters finds itself alone; the last one also finds
   * what it is the beginning of, as long as no space follows it.
   */
  const asked = (text) => {
    const typed = words(text);
    const open = /\S$/.test(text);
    return [...new Set(typed)].slice(0, MOST).map((word) => {
      const whole = /^[\0-\x7f]{2}$/.test(word);
      const own = roots(word);
      const prefix = open && word === typed.at(-1);
      return { word, whole, own, prefix, start: whole ? word : start([...own]) };
    });
  };

  /** 2 for a form of the asked word, 1 for a word that begins with it, 0 for another. */
  const matches = (ask, other) => {
    if (other === ask.word) return 2;
    if (ask.whole || !other.startsWith(ask.start)) return 0;
    for (const root of roots(other)) if (ask.own.has(root)) return 2;
    return ask.prefix && other.startsWith(ask.word) ? 1 : 0;
  };

  window.searchWords = { words, asked, matches };
})();
