# 记分牌：莲都区 2023 年共同富裕推进计划，四张表、344 行合在一起看。
#
#   gf run Examples/liandu-2023/scorecard.gf --lang zh
#
# 表里只有 2022 年实际值和 2023 年目标，所以目标大多“待判”：状态要等 2023 年的数；
# 差距、完成度和还需的增长都从最近一年（2022 年）的实际值算起。

# ---- 数据 ------------------------------------------------------------------------------------------------------------
# 表头不用解释：指标名里的单位、“2022年实际值”、“2023年目标”、责任单位、类别都能认出来；认成了什么，show data 会说。

use "表1.csv"      # 72 个指标，没有实际值
use "附表2.csv"    # 18 项标志性成果
use "附表3.csv"    # 51 项重点工作
use "附表4.csv"    # 43 项重大改革

# ---- 指标方向 --------------------------------------------------------------------------------------------------------
# 目标只写一个数时读作“不低于”；越低越好的指标在这里说明，读作“不高于”，差距和完成度也跟着换方向。
# 名字里有空格、点号或以数字开头，用单引号括起来。

indicator 单位GDP建设用地使用面积                              better lower
indicator '设区城市PM2.5平均浓度'                              better lower
indicator 单位GDP能耗                                          better lower
indicator 单位GDP碳排放                                        better lower
indicator 地区居民人均消费支出差异系数                         better lower
indicator 城乡居民收入倍差                                     better lower
indicator 全省人均GDP最高地区与莲都区之比                      better lower
indicator 全省人均可支配收入最高地区与莲都区之比               better lower
indicator 恩格尔系数                                           better lower
indicator 基尼系数                                             better lower
indicator 城镇登记失业率                                       better lower
indicator 房价与居民人均可支配收入之比                         better lower
indicator 农村居民人均可支配收入与低收入农户人均可支配收入之比 better lower
indicator 亿元生产总值生产安全事故死亡率                       better lower
indicator 万人成讼率                                           better lower
indicator 松材线虫病枯死木发生面积                             better lower
indicator 松材线虫病枯死木发生株数                             better lower

# ---- 总表 ------------------------------------------------------------------------------------------------------------
# “现值已达标”是 2022 年的数已经够到 2023 年的目标；“低于上年”是目标比 2022 年还低（见 audit.gf）。

show "一、按责任单位"
show targets by owner

show "二、按类别（附表2 没有类别）"
show targets by group

show "三、按表"
show targets by sheet

# 一个目标完成了多少，各单位取中位数：一两个特别大的数不会把它拉偏。
aggregate 完成度中位数 = median(completion) over targets by owner
show "四、各单位完成度的中位数"
show 完成度中位数

# ---- 逐条 ------------------------------------------------------------------------------------------------------------
# where 筛选，at 选列，order by 排序（负号从大到小）。没有实际值的目标算不出差距，不在其中。

show "五、2022 年已经达到 2023 年目标的"
# 差距为零还不一定算达标：“>90”而恰为 90、“保持适度增长”而还没有新数的，不在其中。
show targets at sheet, line, name, value, raw, unit, completion, owner where met_already

show "六、还差得最远的二十个（2022 年为零的不计）"
show targets at sheet, line, name, value, plan, gap, completion, required, owner
  where gap > 0 and completion > 0 order by completion top 20

show "七、从零开始的"
show targets at sheet, line, name, value, plan, owner where value == 0 and gap > 0

show "八、由上级下达、由人判定，或要和别处排名的"
show targets at sheet, line, name, raw, status, owner where status in [open, manual, unknown]

show "九、没有 2022 年数的：哪个单位该补"
show targets by owner where not known(value)

show "十、全部目标"
show targets at sheet, line, name, value, raw, unit, status, gap, completion, required, owner
