import { defineWords } from '../../i18n/words';

export const qualityWords = defineWords(
  {
    title: '数据质量',
    lists: {
      TERMINAL_WITHOUT_VEHICLE: '终端没有车辆',
      VEHICLE_SILENT: '车辆失联',
      CLOCK_WRONG: '终端时钟不对',
      FIX_FROZEN: '定位不动',
      STATION_WITHOUT_DUTY_PHONE: '站点没有值班电话',
    },
    why: {
      TERMINAL_WITHOUT_VEHICLE: '在上报，但没有装到任何车上：按它自报的车牌找到那辆车，登记终端。',
      VEHICLE_SILENT: '几天没有上报：请客户或站点看终端的电源、天线和卡。',
      CLOCK_WRONG: '上报的时间在将来、过早或没有：位置不可信，终端需校时。',
      FIX_FROZEN: '车在走而位置不变：天线或接收机坏了，不要按这个位置派车。',
      STATION_WITHOUT_DUTY_PHONE: '夜里打不通：请办事处补上值班电话。',
    },
    columns: {
      list: '清单',
      count: '条数',
      what: '对象',
      terminal: '终端',
      hint: '线索',
      since: '自',
      heard: '最近上报',
    },
    clean: '这张清单是空的',
    cleanNext: '没有要处理的。',
    stranger: '未登记',
    open: '打开',
  },
  {
    title: 'Data quality',
    lists: {
      TERMINAL_WITHOUT_VEHICLE: 'Terminal without truck',
      VEHICLE_SILENT: 'Truck silent',
      CLOCK_WRONG: 'Terminal clock wrong',
      FIX_FROZEN: 'Fix frozen',
      STATION_WITHOUT_DUTY_PHONE: 'Station without duty phone',
    },
    why: {
      TERMINAL_WITHOUT_VEHICLE:
        'Reports, but sits in no truck: find the truck by the plate it tells and enter it there.',
      VEHICLE_SILENT: 'No report for days: have power, aerial and card looked at.',
      CLOCK_WRONG: 'Time in the future, long ago or missing: its place cannot be trusted, set its clock.',
      FIX_FROZEN: 'Drives while its place stands still: aerial or receiver broken; send nobody by it.',
      STATION_WITHOUT_DUTY_PHONE: 'Nobody can ring it at night: ask the office for its duty phone.',
    },
    columns: {
      list: 'List',
      count: 'Count',
      what: 'Subject',
      terminal: 'Terminal',
      hint: 'Hint',
      since: 'Since',
      heard: 'Last heard',
    },
    clean: 'This list is empty',
    cleanNext: 'There is nothing to see to.',
    stranger: 'not entered',
    open: 'Open',
  },
);
