// What moves on the page for portal teams: copy buttons, and controls that change the one live element.
// The page reads as well without it.

const live = document.querySelector('#live');
const portals = ['backstage', 'grafana', 'clarity'];

const spoken = document.createElement('p');
spoken.className = 'visually-hidden';
spoken.role = 'status';
document.body.append(spoken);

function button(label, describedBy, act) {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  made.setAttribute('aria-label', `${label}: ${describedBy}`);
  made.addEventListener('click', () => act(made));
  return made;
}

for (const section of document.querySelectorAll('.snippet')) {
  const title = section.querySelector('h3').textContent;
  const code = section.querySelector('code');
  section.append(button('Copy', title, async () => {
    try {
      await navigator.clipboard.writeText(code.textContent);
      spoken.textContent = `Copied: ${title}`;
    } catch {
      getSelection().selectAllChildren(code); // no clipboard here: one key is left to press
      spoken.textContent = `Selected: ${title}`;
    }
  }));
}

// ---- The live element ---------------------------------------------------------------------

const controls = document.querySelector('#controls');

controls.addEventListener('input', () => {
  const { portal, ...attributes } = Object.fromEntries(new FormData(controls));
  for (const name of portals) {
    live.classList.toggle(`atlas-${name}`, name === portal);
  }
  for (const [name, value] of Object.entries(attributes)) {
    live.setAttribute(name, value);
  }
});

controls.addEventListener('reset', () => {
  for (const input of document.querySelectorAll('#css-properties input')) {
    input.value = '';
    live.style.removeProperty(input.name);
  }
  for (const pressed of document.querySelectorAll('#parts button[aria-pressed="true"]')) {
    pressed.click();
  }
  setTimeout(() => controls.dispatchEvent(new Event('input')));
});

for (const row of document.querySelectorAll('[data-property]')) {
  const { property } = row.dataset;
  const input = document.createElement('input');
  input.name = property;
  input.setAttribute('aria-label', `A value for ${property}`);
  input.placeholder = getComputedStyle(live).getPropertyValue(property) ? '' : 'a value';
  input.addEventListener('input', () => live.style.setProperty(property, input.value));
  row.lastElementChild.append(input);
}

for (const row of document.querySelectorAll('[data-part]')) {
  const { part, route } = row.dataset;
  const toggle = button('Show', part, () => {
    const isOn = live.classList.toggle(`shows-${part}`);
    toggle.setAttribute('aria-pressed', String(isOn));
    showPart(part, route, isOn);
  });
  toggle.setAttribute('aria-pressed', 'false');
  row.lastElementChild.append(toggle);
}

/** Goes to a view that has the part; the banner is there while something is not understood. */
function showPart(part, route, isOn) {
  if (part === 'banner' && isOn) {
    live.setAttribute('depth', 'deep');
  } else if (part === 'banner') {
    live.removeAttribute('depth');
  }
  if (isOn) {
    live.viewState = route;
    live.scrollIntoView({ block: 'nearest' });
  }
}
