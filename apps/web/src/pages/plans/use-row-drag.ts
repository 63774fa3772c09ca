import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type RefObject, useEffect, useRef, useState } from 'react';

interface RowDrag {
  row: RefObject<HTMLLIElement | null>;
  handle: RefObject<HTMLSpanElement | null>;
  /** Where what is held over this row would go. */
  edge: 'before' | 'after' | undefined;
}

/** Lets a row be taken by its handle and put before or after another one. @param onDrop given the row that was dropped here */
export function useRowDrag(
  id: string,
  enabled: boolean,
  onDrop: (dropped: string, edge: 'before' | 'after') => void,
): RowDrag {
  const row = useRef<HTMLLIElement>(null);
  const handle = useRef<HTMLSpanElement>(null);
  const drop = useRef(onDrop);
  const [edge, setEdge] = useState<RowDrag['edge']>();
  useEffect(() => {
    drop.current = onDrop;
  });
  useEffect(() => {
    const [element, dragHandle] = [row.current, handle.current];
    if (!enabled || !element || !dragHandle) return;
    const edgeAt = (y: number): 'before' | 'after' => {
      const { top, height } = element.getBoundingClientRect();
      return y < top + height / 2 ? 'before' : 'after';
    };
    return combine(
      draggable({ element, dragHandle, getInitialData: () => ({ row: id }) }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => typeof source.data['row'] === 'string' && source.data['row'] !== id,
        onDrag: ({ location }) => setEdge(edgeAt(location.current.input.clientY)),
        onDragLeave: () => setEdge(undefined),
        onDrop: ({ source, location }) => {
          setEdge(undefined);
          drop.current(String(source.data['row']), edgeAt(location.current.input.clientY));
        },
      }),
    );
  }, [id, enabled]);
  return { row, handle, edge };
}
