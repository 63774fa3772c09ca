import type { OpenAPIObject } from '@nestjs/swagger';

interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  example?: unknown;
  default?: unknown;
  minimum?: number;
  properties?: Record<string, Schema>;
  items?: Schema;
  allOf?: Schema[];
  oneOf?: Schema[];
  anyOf?: Schema[];
}

interface Media {
  schema?: Schema;
  example?: unknown;
}

/** What a text looks like by its format, where its field has no example of its own. */
const TEXTS: Record<string, string> = {
  uuid: '0190a5c8-3f27-7c60-9d5e-2f6a1b0c4d3e',
  date: '2024-07-01',
  'date-time': '2024-07-01T15:00:00Z',
  email: 'focal.point@example.org',
  uri: 'https://example.org/evidence',
};
const DEPTH = 12;

/** Gives every JSON body without an example of its own one that is made of the examples of its fields. */
export function fillExamples(document: OpenAPIObject): OpenAPIObject {
  const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
  for (const item of Object.values(document.paths))
    for (const operation of Object.values(item as Record<string, unknown>))
      for (const media of bodiesOf(operation))
        if (media.example === undefined && media.schema) media.example = exampleOf(media.schema, schemas);
  return document;
}

interface Described {
  requestBody?: { content?: Record<string, Media> };
  responses?: Record<string, { content?: Record<string, Media> }>;
}

function bodiesOf(operation: unknown): Media[] {
  const { requestBody, responses = {} } = (operation ?? {}) as Described;
  return [requestBody, ...Object.values(responses)].flatMap(
    (body) => body?.content?.['application/json'] ?? [],
  );
}

function exampleOf(schema: Schema, schemas: Record<string, Schema>, depth = 0): unknown {
  if (schema.example !== undefined) return schema.example;
  if (schema.default !== undefined) return schema.default;
  const inner = (part: Schema): unknown => exampleOf(part, schemas, depth + 1);
  if (schema.$ref) {
    const target = schemas[schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)];
    return target && depth < DEPTH ? inner(target) : {};
  }
  const [choice] = [...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
  if (choice) return inner(choice);
  if (schema.enum) return schema.enum[0];
  const [type] = [schema.type].flat();
  if (schema.properties)
    return Object.fromEntries(Object.entries(schema.properties).map(([name, part]) => [name, inner(part)]));
  if (type === 'array') return schema.items && depth < DEPTH ? [inner(schema.items)] : [];
  if (type === 'string') return TEXTS[schema.format ?? ''] ?? 'text';
  if (type === 'integer' || type === 'number') return schema.minimum ?? 1;
  return type === 'boolean' ? false : {};
}
