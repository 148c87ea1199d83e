// Comfort for pages that work without any script: questions that follow from an answer appear at once, a form is not sent twice,
// and files that are too large are named before they travel.
document.documentElement.classList.add("cf-scripted");

addEventListener("change", event => {
  const field = event.target.closest("[data-asks]");
  if (field) refresh(field);
});

async function refresh(field) {
  const form = field.closest("form");
  const button = field.nextElementSibling;
  const answer = await fetch(button.formAction, { method: "POST", body: new FormData(form, button) });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = [...page.forms].find(other => other.elements._handler?.value === form.elements._handler.value);
  if (!fresh) return;
  const focused = document.activeElement;
  keepFiles(form, fresh);
  form.replaceWith(fresh);
  const same = [...fresh.elements].find(other => other.name === focused.name && (other.type !== "radio" || other.value === focused.value));
  same?.focus();
}

// A browser never fills a file field from HTML: the chosen files move over with their element.
function keepFiles(from, to) {
  for (const chosen of from.querySelectorAll("input[type=file]"))
    to.querySelector(`input[type=file][name="${CSS.escape(chosen.name)}"]`)?.replaceWith(chosen);
}

addEventListener("submit", event => {
  const form = event.target;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  const large = [...form.querySelectorAll("input[type=file]")].find(isTooLarge);
  if (large) {
    event.preventDefault();
    large.setCustomValidity(large.dataset.tooLarge);
    large.reportValidity();
    return;
  }
  form.dataset.sent = "yes";
});

addEventListener("change", event => {
  if (event.target.type === "file") event.target.setCustomValidity(isTooLarge(event.target) ? event.target.dataset.tooLarge : "");
});

function isTooLarge(input) {
  const sizes = [...input.files].map(file => file.size);
  return sizes.some(size => size > Number(input.dataset.maxFile)) || sizes.reduce((sum, size) => sum + size, 0) > Number(input.dataset.maxTotal);
}

// Coming back with the back button must not find a form that can't be sent.
addEventListener("pageshow", () => {
  for (const form of document.forms) delete form.dataset.sent;
});
