import { useEffect, useRef, type ReactNode } from 'react';
import style from './Overlay.module.css';

interface OverlayProps {
  readonly label: string;
  readonly close: () => void;
  readonly children: ReactNode;
  readonly testId: string;
}

/**
 * A sheet over the upper part of the page. It is not modal: the call bar beneath keeps its keys, and Escape or a
 * click elsewhere puts it away and gives the focus back.
 */
export function Overlay({ label, close, children, testId }: OverlayProps) {
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const first = sheet.current?.querySelector<HTMLElement>('input');
    (first ?? sheet.current)?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  useEffect(() => {
    const onEscape = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing) close();
    };
    const onPointer = (event: PointerEvent) => {
      if (event.target instanceof Node && sheet.current?.contains(event.target) === false) close();
    };
    window.addEventListener('keydown', onEscape);
    window.addEventListener('pointerdown', onPointer);
    return () => {
      window.removeEventListener('keydown', onEscape);
      window.removeEventListener('pointerdown', onPointer);
    };
  }, [close]);
  return (
    <div
      ref={sheet}
      className={style['sheet']}
      role="dialog"
      aria-label={label}
      tabIndex={-1}
      data-testid={testId}
    >
      {children}
    </div>
  );
}
