import { Button, type ButtonProps } from 'antd';
import type { ReactNode } from 'react';
import style from './KeyButton.module.css';
import { Key } from '../design/parts/Key';
import type { KeyGroup } from './registry';
import { useKey } from './useKey';

interface KeyButtonProps {
  readonly label: string;
  readonly combo?: string | undefined;
  readonly group: KeyGroup;
  readonly onPress: () => void;
  readonly kind?: 'primary' | 'default' | 'danger' | 'text';
  readonly small?: boolean;
  readonly disabled?: boolean;
  readonly busy?: boolean;
  readonly block?: boolean;
  readonly icon?: ReactNode;
  /** Shows the key alone where there is no room for the word; the word is still read out. */
  readonly capOnly?: boolean;
  readonly testId?: string;
  readonly className?: string | undefined;
}

/** A button that wears its key: pressing the one is pressing the other. */
export function KeyButton(props: KeyButtonProps) {
  const { label, combo, group, onPress, kind = 'default', disabled = false, busy = false } = props;
  useKey(combo, label, onPress, { group, enabled: !disabled && !busy });
  const look: ButtonProps = kind === 'danger' ? { danger: true } : { type: kind };
  return (
    <Button
      {...look}
      size={props.small ? 'small' : 'middle'}
      disabled={disabled}
      loading={busy}
      block={props.block ?? false}
      icon={props.icon}
      onClick={onPress}
      aria-label={label}
      aria-keyshortcuts={combo?.replace('Ctrl', 'Control')}
      data-testid={props.testId}
      className={[style['button'], props.className].filter(Boolean).join(' ')}
    >
      {!props.capOnly && <span className="truncate">{label}</span>}
      {combo !== undefined && <Key combo={combo} />}
    </Button>
  );
}
