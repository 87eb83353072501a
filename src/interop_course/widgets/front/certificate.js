// A certificate of completion, to look at and to print. On paper it stands alone.
import { button } from "./button.js";
import { h } from "./dom.js";
import { nameField, naming, saveRecord } from "./owner.js";
import { faultOfName } from "./record.js";

/** Draw the certificate of a passed sitting. A name is optional; it is kept in the record and goes nowhere else. */
export function certificate({ state: course, sitting, result, context, back }) {
  const heading = h("h3", { class: "ic-title", tabindex: "-1" }, "Your certificate");
  const said = h("p", { class: "ic-remark", role: "status" });
  const name = nameField(context.record.now().name);
  const place = h("div", {});
  const sheet = h("div", { class: "ic ic-sheet" });
  const element = h(
    "div",
    { class: "ic-certifying" },
    heading,
    naming("Name on it (optional) ", name, "Put it on", rename),
    said,
    h(
      "div",
      { class: "ic-actions" },
      button("Print", () => window.print(), true),
      button("Save the record behind it", () => saveRecord(context.record.now())),
      button("Back to the report", back),
    ),
    place,
  );
  document.body.append(sheet);
  draw();
  return { element, focus: () => heading.focus(), leave: () => sheet.remove() };

  function draw() {
    const lines = () => written(course, sitting, result, context.record.now().name);
    place.replaceChildren(lines());
    sheet.replaceChildren(lines());
  }

  async function rename(event) {
    event.preventDefault();
    const text = name.value.trim() || null;
    const fault = text && faultOfName(text);
    said.textContent = fault || (await context.record.rename(text)) || (text ? "The name is on it." : "It names nobody.");
    if (!fault) draw();
  }
}

/** The same words as Python's certificate; the day is the one in UTC, as the record has it. */
function written(course, sitting, result, name) {
  const { heading, nobody, hours, statement } = course.certificate;
  const topics = result.topics.map(({ id, right, total }) => [course.labels[id], `${right} of ${total}`]);
  const facts = [
    ["Time planned for the course", hours],
    ["Version of the course", sitting.course],
    ["Content", sitting.content],
    ["Final", sitting.id],
  ];
  return h(
    "section",
    { class: "ic-certificate", "aria-label": heading },
    h("p", { class: "ic-certificate-head" }, heading),
    h("p", {}, `${name ?? nobody} has completed the course`),
    h("p", { class: "ic-certificate-course" }, course.title),
    h("p", {}, `and passed its final on ${day(sitting.ended)}: ${result.right} of ${result.total} right.`),
    table("Score by topic", topics),
    table("About the course", facts),
    h("p", { class: "ic-statement" }, statement),
  );
}

function table(caption, rows) {
  const body = rows.map(([label, value]) => h("tr", {}, h("th", { scope: "row" }, label), h("td", {}, value)));
  return h("table", {}, h("caption", {}, caption), h("tbody", {}, body));
}

function day(at) {
  return new Date(at).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}
