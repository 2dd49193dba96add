# 审核：计划自己与自己对不上的地方，由机器找出来，每一处都写明表和行。
#
#   gf run Examples/liandu-2023/audit.gf --lang zh
#
# 退出码是 0：数字对不上，该改哪一边由办公室定，所以规则都列为警告（severity warning）。要拿它把关、
# 不让对不上的计划过去，就把该卡的规则改成 severity error：有一条不通过，退出码就是 1。

import "scorecard.gf"     # 四张表和指标方向都从记分牌来；记分牌里的提问不会再答一遍

# ---- 一、同一事项，各表不同 --------------------------------------------------------------------------------------------
# 名称完全相同的，不用说也会比。名称略有出入而确是一回事的，写 same；拿不准的（“制造业投资增速”和“区本级制造业投资
# 增速”、“未来社区创建数量”和“未来社区建成数量”）不写，留给责任单位认定。

same 最低生活保障标准                    = 城乡居民最低生活保障年标准
same 市场主体数量                        = 市场主体总量
same 城镇新增就业人数                    = 城镇新增就业
same 新增见习岗位                        = 开发青年就业见习岗位
same '“生态信用贷”余额'                  = 生态信用贷款余额
same '“生态抵质押贷”余额'                = 生态抵质押贷款余额
same 常住人口城镇化率                    = 莲都区常住人口城镇化率
same '每千人口拥有执业(助理)医师数'      = '每千人口执业(助理)医师数'
same 每万老年人拥有持证养老护理员数      = 每万老年人口拥有持证养老护理员
same 每万老年人拥有持证养老护理员数      = 每万名老人拥有持证护理员人数
same 每千人口拥有婴幼儿照护设施托位数    = 每千人口拥有3岁以下婴幼儿托位数
same 'R&D经费支出与GDP之比'              = '全社会R&D经费支出占GDP比重'
same 普惠性幼儿园在园幼儿占比            = 提升普惠性幼儿园在园幼儿比例
same 普惠性幼儿园在园幼儿占比            = 普惠性幼儿园覆盖率达
same 阳光票决事项数                      = 全年票决事项数
same 就业困难人员实现就业帮扶            = 全年帮扶就业困难人员再就业
same 新增规模以上工业企业                = 区本级新增规上工业企业数量
same 集体经济年经营性收入50万元以上行政村占比 = '村集体经济年经营性收入50 万元以上行政村占比'
same 集体经济年经营性收入50万元以上行政村占比 = 年经营性收入50万元以上行政村占比
same 集体经济年收入30万元以上且经营性收入15万元以上行政村占比
   = 村集体经济年收入30万元以上且经营性收入15万元以上行政村占比

# 各表写的单位不一样时，先说明用哪个单位，数才能比。0.7 万和 7000 人一比就知道是一个数；
# 家和户、件和个是不同的量词，不会自己换算。

indicator 附表2.城镇新增就业人数                : 万人
indicator 附表2.'每千人口执业(助理)医师数'      : 人
indicator 附表2.阳光票决事项数                  : 个
indicator 附表4.市场主体总量                    : 万家
indicator 附表4.区本级新增规上工业企业数量      : 个
indicator 附表4.'2023年参保人数'                : 万人

show "一、同一事项，目标或 2022 年实际值不同"
show conflicts where class != different_owner

show "二、同一事项，责任单位不同"
show conflicts at name, first, first_place, second, second_place where class == different_owner

# ---- 二、目标低于上年 --------------------------------------------------------------------------------------------------
# retreat 看方向：越低越好的指标，目标更低不算。“新增”类当年数要求低于上年，未必是退步；存量和比率低于上年才是。

show "三、目标低于 2022 年实际值：按责任单位"
show targets by owner where retreat

show "四、目标低于 2022 年实际值：逐条"
show targets at sheet, line, name, value, raw, required, owner where retreat

# ---- 三、算不拢的 ----------------------------------------------------------------------------------------------------
# under plan：假定 2023 年的目标个个实现，各项之间的算术关系应当仍然成立。

alias 城镇居民人均可支配收入 = 农村居民人均可支配收入 * 城乡居民收入倍差

rule 收入占比 "居民收入与人均生产总值之比，应等于表1印出的比值":
  居民人均可支配收入 / 人均生产总值 ≈ 居民人均可支配收入与人均GDP之比 within 0.05% under plan severity warning

## 全体居民收入是城乡两项收入按人口的加权平均。
alias 城乡加权收入 = 城镇居民人均可支配收入 * 常住人口城镇化率 + 农村居民人均可支配收入 * (100% - 常住人口城镇化率)

rule 城乡构成 "城乡收入按城镇化率加权，应得全体居民收入":
  城乡加权收入 ≈ 居民人均可支配收入 within 1% under plan severity warning

rule 增速居中 "全体居民收入的增速，不应比城镇、农村的都低":
  yoy(居民人均可支配收入) >= min(yoy(城镇居民人均可支配收入), yoy(农村居民人均可支配收入))
  under plan severity warning

rule 农产品网络零售 "零售额两年之比，应合印出的增长率":
  yoy(农产品网络零售额) ≈ 农产品网络零售额增长率 within 1pp under plan severity warning

rule 数字经济 "增加值两年之比，应合印出的增速":
  yoy(累计数字经济核心产业增加值) ≈ 数字经济核心产业增加值增速 within 1pp under plan severity warning

alias 制造业大项目数 = 招引制造业大项目占比 * 招引大项目个数

rule 大项目个数 "占比乘大项目个数，应为整数":
  制造业大项目数 ≈ round(制造业大项目数) within 0.05 个 under plan severity warning

## 由村个数和占比倒推的行政村总数。
alias 行政村总数 = 年经营性收入50万元以上的村个数 / 集体经济年经营性收入50万元以上行政村占比

rule 行政村总数一致 "村个数和占比应出自同一个总数，两年不变":
  diff(行政村总数) ≈ 0 个 within 1 个 under plan severity warning

alias 达标村个数 = 集体经济年收入30万元以上且经营性收入15万元以上行政村占比 * 行政村总数

rule 达标村个数为整 "占比乘行政村总数，应为整数":
  达标村个数 ≈ round(达标村个数) within 0.05 个 under plan severity warning

rule 应参保人数 "参保人数除以投保率，得应参保人数，两年不应大变":
  yoy('2023年参保人数' / '“浙里惠民保”投保率') ≈ 0% within 2pp under plan severity warning

rule 收入倍数缩小 "农村居民与低收入农户收入之比应缩小":
  yoy(农村居民人均可支配收入 / 低收入农户人均可支配收入) <= 0% under plan severity warning

rule 消费不超收入 "人均消费支出不应超过人均可支配收入":
  居民人均消费支出 <= 居民人均可支配收入 under plan severity warning

rule 收入次序 "低收入农户、农村居民、全体居民的收入应依次升高":
  低收入农户人均可支配收入 <= 农村居民人均可支配收入 and 农村居民人均可支配收入 <= 居民人均可支配收入
  under plan severity warning

rule 客单价 "旅游收入除以人次，不应低于上年":
  yoy(实现旅游总收入 / 实现旅游总人次) >= 0% under plan severity warning

# 单位印错的，也看得出来：1 平方公里里放不下 84 公里公路，应为每百平方公里。
rule 公路密度 "每平方公里的公路不应超过 20 公里":
  公路网面积密度 <= 20 公里/平方公里 under plan severity warning

show "五、假定目标都实现，算术关系是否成立"
show rules

show "六、不成立的各处怎样算出来"
explain (居民人均可支配收入 / 人均生产总值)[2023] under plan
explain 居民人均可支配收入与人均GDP之比[2023] under plan
explain 城乡加权收入[2023] under plan
explain yoy(农产品网络零售额)[2023] under plan
explain 农产品网络零售额增长率[2023] under plan
explain yoy(累计数字经济核心产业增加值)[2023] under plan
explain 数字经济核心产业增加值增速[2023] under plan
explain 制造业大项目数[2023] under plan
explain diff(行政村总数)[2023] under plan
explain 达标村个数[2022]
explain 公路网面积密度[2022]
