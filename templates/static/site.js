// Remembers whether a reader wants the original, the translation, or both.
(() => {
  const key = "digest:show";
  const choices = document.querySelectorAll("input[name=show]");
  try {
    const kept = localStorage.getItem(key);
    for (const choice of choices) {
      if (choice.value === kept) choice.checked = true;
      choice.addEventListener("change", () => localStorage.setItem(key, choice.value));
    }
  } catch {
    // Storage may be forbidden; the choice then holds for this page alone.
  }
})();
