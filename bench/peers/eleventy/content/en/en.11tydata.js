export default { lang: "en", layout: "story.njk", permalink: (data) => `/en/news/${data.slug}/` };
