import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useRef, useState } from 'react';
import type { RefSelectProps } from 'antd/es/select';
import { api } from '../../api/client';
import { keys } from '../../api/queries';
import type { Page, VehicleView } from '../../api/types';
import { Key } from '../../design/parts/Key';
import { useWords } from '../../i18n/language';
import { useKey } from '../../keys/useKey';
import style from './VehicleList.module.css';
import { deskWords } from './words';

const SHORTEST = 3;

/** Finds a truck that is not the caller's by plate or the last eight of its VIN. */
export default function VehicleSearch({ choose }: { readonly choose: (id: string) => void }) {
  const t = useWords(deskWords);
  const [text, setText] = useState('');
  const select = useRef<RefSelectProps>(null);
  useKey('Alt+V', t.caller.otherVehicle, () => select.current?.focus(), { group: 'desk' });
  const wanted = text.trim();
  const found = useQuery({
    queryKey: keys.vehicles({ q: wanted, size: 8 }),
    queryFn: ({ signal }) => api.get<Page<VehicleView>>('/vehicles', { q: wanted, size: 8 }, signal),
    enabled: wanted.length >= SHORTEST,
    placeholderData: (before) => before,
  });
  const hits = wanted.length < SHORTEST ? [] : (found.data?.items ?? []);
  return (
    <div className={style['search']}>
      <Select<string>
        ref={select}
        value={null}
        showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
        placeholder={t.caller.findVehicle}
        aria-label={t.caller.otherVehicle}
        notFoundContent={wanted.length >= SHORTEST && !found.isFetching ? t.caller.noneFound : null}
        onSelect={(id) => {
          choose(id);
          setText('');
        }}
        options={hits.map((hit) => ({
          value: hit.id,
          label: [hit.plate, hit.vin.slice(-8), hit.model].filter(Boolean).join(' · '),
        }))}
        suffix={<Key combo="Alt+V" />}
        data-testid="vehicle-search"
      />
    </div>
  );
}
