const STYLE = `
  body { margin: 0; font: 14px/1.45 system-ui, sans-serif; color-scheme: light dark; }
  label { display: flex; gap: 8px; align-items: center; min-height: 32px; }
  label span { flex: 1; }
  .choice span { flex: none; }
  select { flex: 1; min-width: 0; min-height: 32px; font: inherit; }
  p { display: flex; justify-content: space-between; margin: 8px 0 0; padding-top: 8px; border-top: 1px solid #8884; }
  output { font-weight: 600; font-variant-numeric: tabular-nums; }`;

/** Runs in the agent's browser, in a frame that can reach nothing but itself. */
const SCRIPT = `
  const form = document.querySelector('form');
  const money = new Intl.NumberFormat('en-GB', {style: 'currency', currency: 'GBP'});
  const update = () => {
    const chosen = [...form.querySelectorAll('input:checked')];
    const sum = chosen.reduce((total, {value}) => total + Number(value), 0);
    form.querySelector('output').value = money.format(sum * Number(form.elements.share.value));
  };
  form.addEventListener('input', update);
  update();`;

/** An interactive block: the agent ticks what comes back, and reads what is due. Names hold no markup. */
export function calculator(items: readonly {name: string; price: number}[]): string {
  const lines = items.map(
    ({name, price}) =>
      `<label><input type="checkbox" value="${price}"><span>${name}</span>£${price.toFixed(2)}</label>`,
  );
  return `<style>${STYLE}</style>
<form>
${lines.join('\n')}
<label class="choice"><span>Condition</span>
<select name="share">
<option value="1">Unopened</option>
<option value="0.5">Opened</option>
<option value="1.1">Our mistake, plus 10 %</option>
</select></label>
<p>Refund <output></output></p>
</form>
<script>${SCRIPT}</script>`;
}
