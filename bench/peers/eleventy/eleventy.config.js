// A bilingual news site for measurements: see bench/README.md.
const languages = ["tr", "en"];
const ascii = { ç: "c", ğ: "g", ı: "i", ö: "o", ş: "s", ü: "u", â: "a", î: "i", û: "u" };
const long = { day: "numeric", month: "long", year: "numeric", timeZone: "Europe/Istanbul" };
const formats = {
  tr: new Intl.DateTimeFormat("tr", long),
  en: new Intl.DateTimeFormat("en-GB", long),
};

const key = (topic) =>
  topic.toLowerCase().replace("i̇", "i").replace(/[çğıöşüâîû]/g, (c) => ascii[c])
    .replace(/[^a-z0-9]+/g, "-");

export default function (config) {
  config.addPassthroughCopy("style.css");
  config.addFilter("longdate", (date, lang) => formats[lang].format(new Date(date)));
  config.addFilter("iso", (date) => new Date(date).toISOString());
  config.addFilter("rfc822", (date) => new Date(date).toUTCString().replace("GMT", "+0000"));
  config.addFilter("key", key);
  for (const lang of languages) {
    config.addCollection(lang, (all) => all.getFilteredByGlob(`content/${lang}/*.md`).reverse());
  }
  config.addCollection("topics", (all) => {
    const topics = new Map();
    for (const story of all.getFilteredByGlob("content/*/*.md").reverse()) {
      for (const name of story.data.tags) {
        const id = `${story.data.lang}/${name}`;
        if (!topics.has(id)) topics.set(id, { name, lang: story.data.lang, stories: [] });
        topics.get(id).stories.push(story);
      }
    }
    return [...topics.values()].sort((a, b) => a.name.localeCompare(b.name));
  });
  config.addCollection("languages", () => languages.map((lang) => ({ lang })));
  return {
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
    dir: { input: ".", includes: "_includes", output: "_site" },
  };
}
