export default { lang: "tr", layout: "story.njk", permalink: (data) => `/tr/haber/${data.slug}/` };
