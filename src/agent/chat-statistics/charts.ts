// As a whole module: the package is optional, and bundlers refuse single names of one that is not installed.
import * as chartJs from 'chart.js';
import {barsOf, shortName, type Series} from './series.ts';
import {words} from './words.ts';

chartJs.Chart.register(
  chartJs.BarController,
  chartJs.BarElement,
  chartJs.CategoryScale,
  chartJs.LinearScale,
  chartJs.Tooltip,
);

export interface Colours {
  text: string;
  line: string;
  accent: string;
  quiet: string;
  font: string;
}

/** Draws the series as bars: answered chats, and those that nobody has answered on top. Returns what ends the chart. */
export function drawChart(
  canvas: HTMLCanvasElement,
  series: Series,
  {text, line, accent, quiet, font}: Colours,
  onSelect: (index: number) => void,
): () => void {
  const rows = barsOf(series);
  const {direction} = getComputedStyle(canvas);
  const isRtl = direction === 'rtl';
  const bar = {borderRadius: 3, maxBarThickness: 28, categoryPercentage: 0.8, barPercentage: 0.9};
  const value = {
    beginAtZero: true,
    stacked: true,
    grid: {color: line, drawTicks: false},
    border: {display: false},
    ticks: {color: text, precision: 0, maxTicksLimit: 5, font: {family: font, size: 12}},
  };
  const category = {
    stacked: true,
    grid: {display: false},
    border: {color: line},
    ticks: {color: text, maxRotation: 0, autoSkipPadding: 12, font: {family: font, size: 12}},
  };
  const names = {...category.ticks, callback: (_: unknown, index: number) => shortName(rows[index]!.label)};
  const isReduced = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const chart = new chartJs.Chart(canvas, {
    type: 'bar',
    data: {
      labels: rows.map(({label}) => label),
      datasets: [
        {...bar, label: words.answered, data: rows.map(({answered}) => answered), backgroundColor: accent},
        {
          ...bar,
          label: words.unanswered,
          data: rows.map(({chats, answered}) => chats - answered),
          backgroundColor: quiet,
        },
      ],
    },
    options: {
      indexAxis: series.isHorizontal ? 'y' : 'x',
      responsive: true,
      maintainAspectRatio: false,
      animation: isReduced ? false : {duration: 180},
      scales: {
        x: {...(series.isHorizontal ? value : category), reverse: isRtl},
        y: {
          ...(series.isHorizontal ? {...category, ticks: names} : value),
          position: isRtl ? 'right' : 'left',
        },
      },
      interaction: {mode: 'index', intersect: false, axis: series.isHorizontal ? 'y' : 'x'},
      plugins: {
        tooltip: {
          displayColors: false,
          rtl: isRtl,
          textDirection: direction,
          titleFont: {family: font},
          bodyFont: {family: font},
        },
      },
      onClick: (_, [element]) => element && onSelect(element.index),
    },
  });
  return () => chart.destroy();
}
