import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client';
import { Problem } from '../../api/problem';
import { keys } from '../../api/queries';
import { useProblemText } from '../../api/useProblemText';
import type { VehicleView } from '../../api/types';
import { useWords } from '../../i18n/language';
import { KeyButton } from '../../keys/KeyButton';
import { DAYS, fieldNamed, FIELDS, patchOf, valuesOf, type Field, type Values } from './vehicleEdit';
import style from './VehicleForm.module.css';
import { vehicleWords } from './words';

interface VehicleFormProps {
  readonly vehicle: VehicleView;
  /** A terminal that was heard of and is to be fitted here. */
  readonly fit: string | null;
  readonly close: () => void;
}

/** Changes a truck: what it is, how it was sold, whose it is, which terminals sit in it. */
export function VehicleForm({ vehicle, fit, close }: VehicleFormProps) {
  const t = useWords(vehicleWords);
  const problemText = useProblemText();
  const cache = useQueryClient();
  const [base] = useState(vehicle);
  const [values, setValues] = useState<Values>(() => withTerminal(valuesOf(vehicle), fit));
  const patch = patchOf(base, values);
  const save = useMutation({
    mutationFn: () => api.patch<VehicleView>(`/vehicles/${base.id}`, patch, { version: base.version }),
    onSuccess(saved) {
      cache.setQueryData(keys.vehicle(saved.id), saved);
      void cache.invalidateQueries({ queryKey: ['vehicles', 'list'] });
      void cache.invalidateQueries({ queryKey: ['vehicles', 'fittings', saved.id] });
      void cache.invalidateQueries({ queryKey: ['quality'] });
      close();
    },
  });
  const isChanged = Object.keys(patch).length > 0;
  const error = save.error;
  const wrong = new Map<Field | null, string>();
  if (error instanceof Problem) {
    error.fields.forEach((each) => wrong.set(fieldNamed(each.field), each.message));
  }
  return (
    <form
      className={style['form']}
      data-testid="vehicle-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isChanged) save.mutate();
      }}
    >
      {FIELDS.map((field, index) => (
        <label key={field} className={field === 'terminals' ? style['wide'] : undefined}>
          <span className="note">{t.fields[field]}</span>
          <Input
            size="small"
            type={DAYS.includes(field) ? 'date' : 'text'}
            value={values[field]}
            maxLength={field === 'terminals' ? 200 : 60}
            status={wrong.has(field) ? 'error' : ''}
            // The person pressed the key that opens the form; typing must reach it at once.
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus={index === 0 && fit === null}
            onChange={(event) => setValues({ ...values, [field]: event.target.value })}
            data-testid={`field-${field}`}
          />
          {wrong.has(field) && <span className="critical">{wrong.get(field)}</span>}
        </label>
      ))}
      {error !== null && (
        <p className={`critical ${style['wide'] ?? ''}`} role="alert">
          {t.failed} {error instanceof Problem && error.isStale ? t.stale : problemText(error)}
        </p>
      )}
      <div className={`${style['wide'] ?? ''} ${style['buttons'] ?? ''}`}>
        <KeyButton
          label={t.save}
          combo="Ctrl+S"
          group="list"
          kind="primary"
          small
          disabled={!isChanged}
          busy={save.isPending}
          onPress={() => save.mutate()}
          testId="save-vehicle"
        />
        <KeyButton label={t.cancel} combo="Escape" group="list" small onPress={close} />
      </div>
    </form>
  );
}

function withTerminal(values: Values, phone: string | null): Values {
  if (phone === null || values.terminals.split(' ').includes(phone)) return values;
  return { ...values, terminals: `${values.terminals} ${phone}`.trim() };
}
