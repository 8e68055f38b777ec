// Shows every edit: puts the new page in place of the old, swaps its styles in, or says what is
// wrong with the edit.
(() => {
  const own = document.currentScript;
  let { version } = own.dataset;
  const place = `digest:place:${location.pathname}`;

  function reload() {
    sessionStorage.setItem(place, JSON.stringify([scrollX, scrollY]));
    location.reload();
  }

  // Before the page is shown, and again once pictures have their sizes.
  const kept = JSON.parse(sessionStorage.getItem(place));
  if (kept) {
    sessionStorage.removeItem(place);
    history.scrollRestoration = "manual";
    const back = () => scrollTo({ left: kept[0], top: kept[1], behavior: "instant" });
    back();
    addEventListener("load", () => {
      back();
      history.scrollRestoration = "auto";
    });
  }

  // Much quicker than loading it, and nothing jumps. A page with scripts of its own has to be
  // loaded, and one with other styles.
  function replace(page) {
    const fresh = new DOMParser().parseFromString(page.html, "text/html");
    if ([document, fresh].some(hasScripts) || styleSheets(document) !== styleSheets(fresh)) {
      reload();
      return;
    }
    const at = [scrollX, scrollY];
    ({ version } = page);
    const root = document.documentElement;
    for (const { name } of [...root.attributes]) root.removeAttribute(name);
    for (const { name, value } of fresh.documentElement.attributes) root.setAttribute(name, value);
    // The policy of the page as it lies on disk would keep this script from listening.
    const kept = "link[rel~=stylesheet], meta[http-equiv]";
    for (const node of [...document.head.children]) node.matches(kept) || node.remove();
    for (const node of [...fresh.head.children]) node.matches(kept) || document.head.append(node);
    document.body.replaceWith(fresh.body);
    scrollTo({ left: at[0], top: at[1], behavior: "instant" });
  }

  function hasScripts(page) {
    return [...page.scripts].some(
      (script) => script !== own && !/^application\/(ld\+)?json$/.test(script.type),
    );
  }

  function styleSheets(page) {
    const links = [...page.querySelectorAll("link[rel~=stylesheet]")];
    return links.map((link) => new URL(link.getAttribute("href"), location).pathname).join(" ");
  }

  // A new sheet is loaded beside the old one, which goes when the new one is there.
  function swap(paths) {
    for (const link of document.querySelectorAll("link[rel~=stylesheet]")) {
      const address = new URL(link.href);
      if (link.dataset.old || !paths.some((path) => address.pathname.endsWith(`/${path}`))) continue;
      const fresh = link.cloneNode();
      address.searchParams.set("edit", Date.now());
      fresh.href = address;
      link.dataset.old = "yes";
      fresh.addEventListener("load", () => link.remove());
      fresh.addEventListener("error", () => link.remove());
      link.after(fresh);
    }
  }

  const styles = `
    :host { all: initial; position: fixed; inset: auto 0 0; z-index: 2147483647; }
    div { max-height: 70vh; overflow: auto; padding: 1rem 1.5rem; background: #300; color: #fff;
      font: 16px/1.5 system-ui, sans-serif; border-top: 4px solid #f66; }
    h2 { font-size: 1.1rem; margin: 0 0 .5rem; } p { margin: .25rem 0; }
    code { font: 15px/1.5 ui-monospace, monospace; color: #fc9; overflow-wrap: anywhere; }
    section + section { margin-top: .75rem; border-top: 1px solid #a66; padding-top: .75rem; }
    button { float: right; font: inherit; }`;
  let overlay = null;

  function element(name, text, parent) {
    const made = document.createElement(name);
    made.textContent = text;
    parent.append(made);
    return made;
  }

  function show(problems) {
    overlay?.remove();
    overlay = null;
    if (!problems.length) return;
    overlay = document.createElement("digest-problems");
    overlay.lang = "en";
    const root = overlay.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
    const box = element("div", "", root);
    box.setAttribute("role", "alert");
    element("button", "Hide", box).addEventListener("click", () => overlay.remove());
    element("h2", "The site was not built", box);
    for (const { where, message, hint } of problems) {
      const section = element("section", "", box);
      if (where) element("code", where, section);
      element("p", message, section);
      if (hint) element("p", hint, section);
    }
    document.documentElement.append(overlay);
  }

  // Hidden pages do not listen: a browser keeps few connections open to one host.
  let events = null;
  function listen() {
    events?.close();
    events = null;
    if (document.hidden) return;
    const page = encodeURIComponent(location.pathname);
    events = new EventSource(`/__digest/events?page=${page}&version=${version}`);
    events.addEventListener("reload", reload);
    events.addEventListener("page", (event) => replace(JSON.parse(event.data)));
    events.addEventListener("styles", (event) => swap(JSON.parse(event.data)));
    events.addEventListener("problems", (event) => show(JSON.parse(event.data)));
  }
  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => events?.close());
  addEventListener("pageshow", (event) => event.persisted && listen());
  listen();
})();
