import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoMercator, geoPath } from 'd3-geo';
import type { Feature, FeatureCollection } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Plugin } from 'vite';

const MODULE = 'virtual:region-shapes';

/** The seven States by their numbers in ISO 3166-1, as the atlas names countries. */
const STATES: Record<string, string> = {
  '084': 'BZ',
  '188': 'CR',
  '222': 'SV',
  '320': 'GT',
  '340': 'HN',
  '484': 'MX',
  '591': 'PA',
};

/** Their neighbours, drawn without a value so that the region has its place. */
const AROUND = new Set(['558', '840', '170']);

const WIDTH = 800;
const HEIGHT = 480;
const EDGE = 8;

/**
 * The shapes of the map: the region cut out of Natural Earth's atlas (1:50 million, public domain, as `world-atlas` packs it)
 * and projected (Mercator) while the web is built, so that browsers load finished outlines and neither atlas nor projection.
 */
export const regionShapes = (): Plugin => ({
  name: 'region-shapes',
  resolveId: (id) => (id === MODULE ? `\0${MODULE}` : null),
  load: (id) => (id === `\0${MODULE}` ? `export default ${JSON.stringify(shapes())}` : null),
});

function shapes() {
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
  const atlas = JSON.parse(readFileSync(file, 'utf8')) as Topology<{ countries: GeometryCollection<object> }>;
  const countries: Feature[] = feature(atlas, atlas.objects.countries).features;
  const states = countries.filter(({ id }) => String(id) in STATES);
  const region: FeatureCollection = { type: 'FeatureCollection', features: states };
  const projection = geoMercator().fitExtent(
    [
      [EDGE, EDGE],
      [WIDTH - EDGE, HEIGHT - EDGE],
    ],
    region,
  );
  const whole = geoPath(projection).digits(1);
  const cut = geoPath(
    geoMercator()
      .scale(projection.scale())
      .translate(projection.translate())
      .clipExtent([
        [0, 0],
        [WIDTH, HEIGHT],
      ]),
  ).digits(1);
  return {
    width: WIDTH,
    height: HEIGHT,
    around: countries.filter(({ id }) => AROUND.has(String(id))).map((country) => cut(country) ?? ''),
    states: Object.fromEntries(
      states.map((state) => {
        const [x, y] = whole.centroid(state);
        return [
          STATES[String(state.id)] ?? '',
          { path: whole(state) ?? '', at: [Math.round(x), Math.round(y)] },
        ];
      }),
    ) as Record<string, object>,
  };
}
