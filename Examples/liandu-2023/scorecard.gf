# 莲都区 2023 年工作计划：四张表合成一张记分牌。
use "表1.csv"
use "附表2.csv"
use "附表3.csv"
use "附表4.csv"

indicator 单位GDP建设用地使用面积                             better lower
indicator '设区城市PM2.5平均浓度'                             better lower
indicator 单位GDP能耗                                         better lower
indicator 单位GDP碳排放                                       better lower
indicator 地区居民人均消费支出差异系数                        better lower
indicator 城乡居民收入倍差                                    better lower
indicator 全省人均GDP最高地区与莲都区之比                     better lower
indicator 全省人均可支配收入最高地区与莲都区之比              better lower
indicator 恩格尔系数                                          better lower
indicator 基尼系数                                            better lower
indicator 城镇登记失业率                                      better lower
indicator 房价与居民人均可支配收入之比                        better lower
indicator 农村居民人均可支配收入与低收入农户人均可支配收入之比 better lower
indicator 亿元生产总值生产安全事故死亡率                      better lower
indicator 万人成讼率                                          better lower
indicator 松材线虫病枯死木发生面积                            better lower
indicator 松材线虫病枯死木发生株数                            better lower

aggregate 已达标占比 = share(gap == 0) over targets by owner
aggregate 完成度中位数 = median(completion) over targets by owner
aggregate 表占比 = share(gap == 0) over targets by sheet
aggregate 分类 = median(completion) over targets by group

show targets by owner
show targets by group
show targets by sheet
show 已达标占比, 完成度中位数
show 表占比
show 分类
show "总 {表占比}"
show targets at sheet, line, name, raw, value, 单位 where gap == 0
show targets at name, raw, value, gap, required, required_absolute, completion where gap > 0 order by completion top 10
show targets by sheet, status
show targets by group, owner
